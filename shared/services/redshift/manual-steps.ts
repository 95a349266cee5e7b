import type { IacContext, ManualStep } from '../../iac/ir/mapping.ts';

/** Whether a delivery stream stages in a bucket in front of this warehouse and loads it from there. */
export function isLoadedByFirehose(context: IacContext): boolean {
  return context.incoming.some(
    (edge) =>
      edge.service === 's3' &&
      edge.incoming.some((far) => far.service === 'firehose' && far.config.flag('redshiftLoad')),
  );
}

/** Tables, COPY statements and views are SQL: neither tool has a resource for them. */
export function getManualSteps(context: IacContext): readonly ManualStep[] {
  const { config } = context;
  const serverless = config.text('deployment') === 'SERVERLESS';
  const target = serverless ? '--workgroup-name <workgroup>' : '--cluster-identifier <cluster>';
  const run = (sql: string) =>
    `aws redshift-data execute-statement ${target} --database ${config.text('dbName')} --secret-arn <admin secret> --sql "${sql}"`;
  const steps: ManualStep[] = [];
  if (isLoadedByFirehose(context)) {
    steps.push({
      target: 'both',
      title: 'Create the table that Firehose loads',
      reason: 'COPY loads an existing table; tables are made in SQL.',
      command: run('CREATE TABLE <table> (<columns>)'),
    });
  } else if (context.incoming.some((edge) => edge.service === 's3')) {
    steps.push({
      target: 'both',
      title: 'Load the bucket with COPY',
      reason: 'COPY is SQL; run it by hand, on a schedule, or as a COPY JOB that follows new objects.',
      command: run("COPY <table> FROM 's3://<bucket>/<prefix>' IAM_ROLE '<warehouse role>' FORMAT PARQUET"),
    });
  }
  if (context.incoming.some((edge) => edge.service === 'kds')) {
    steps.push({
      target: 'both',
      title: 'Create the streaming view',
      reason: 'Streaming ingestion is a materialized view over an external schema, both made in SQL.',
      command: run(
        'CREATE EXTERNAL SCHEMA stream FROM KINESIS IAM_ROLE \'<warehouse role>\'; CREATE MATERIALIZED VIEW events AUTO REFRESH YES AS SELECT approximate_arrival_timestamp, JSON_PARSE(kinesis_data) AS record FROM stream.\\"<stream>\\"',
      ),
    });
  }
  return steps;
}
