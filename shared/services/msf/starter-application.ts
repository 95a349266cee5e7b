/** A PyFlink application that runs: reads one stream, drops empty records, writes another. */
export const starterApplication = `"""Starter application for Managed Service for Apache Flink.

The runtime properties "inputs" and "outputs" hold the addresses of the connected services.
Package this file as a ZIP together with the Kinesis connector JAR in lib/.
"""

import json
import os

from pyflink.table import EnvironmentSettings, TableEnvironment

PROPERTIES_FILE = "/etc/flink/application_properties.json"


def load_properties() -> dict[str, dict[str, str]]:
    if not os.path.isfile(PROPERTIES_FILE):
        return {}
    with open(PROPERTIES_FILE, encoding="utf-8") as file:
        groups = json.load(file)
    return {group["PropertyGroupId"]: group["PropertyMap"] for group in groups}


def stream_table(name: str, stream_arn: str, region: str) -> str:
    return f"""
        CREATE TABLE {name} (
            payload STRING
        ) WITH (
            'connector' = 'kinesis',
            'stream.arn' = '{stream_arn}',
            'aws.region' = '{region}',
            'format' = 'raw'
        )
    """


def main() -> None:
    properties = load_properties()
    inputs = [value for key, value in sorted(properties.get("inputs", {}).items()) if key.endswith(".arn")]
    outputs = [value for key, value in sorted(properties.get("outputs", {}).items()) if key.endswith(".arn")]
    region = os.environ.get("AWS_REGION", "us-east-1")
    table_env = TableEnvironment.create(EnvironmentSettings.in_streaming_mode())
    if not inputs or not outputs:
        raise SystemExit("Connect a stream in front of and behind the application.")
    table_env.execute_sql(stream_table("source_table", inputs[0], region))
    table_env.execute_sql(stream_table("sink_table", outputs[0], region))
    table_env.execute_sql("INSERT INTO sink_table SELECT payload FROM source_table WHERE payload <> ''").wait()


if __name__ == "__main__":
    main()
`;
