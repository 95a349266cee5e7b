"""Sends sample records. Needs boto3 and these environment variables:
STREAM_NAME
"""
import json
import os
import random
import time
import uuid

import boto3

KEY_FIELD = "id"
BATCH = 100
ATTEMPTS = 5
kinesis = boto3.client("kinesis")


def make_record():
    return {KEY_FIELD: str(uuid.uuid4()), "at": time.time(), "value": random.random()}


def send(records):
    entries = [{"Data": json.dumps(r), "PartitionKey": str(r[KEY_FIELD])} for r in records]
    for attempt in range(ATTEMPTS):
        answer = kinesis.put_records(StreamName=os.environ["STREAM_NAME"], Records=entries)
        # Only the refused records are sent again.
        entries = [e for e, r in zip(entries, answer["Records"]) if "ErrorCode" in r]
        if not entries:
            break
        time.sleep(0.1 * 2**attempt)


if __name__ == "__main__":
    while True:
        send([make_record() for _ in range(BATCH)])
        time.sleep(1)
