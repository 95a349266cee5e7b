import type { IacContext, StarterFile } from '../../iac/ir/mapping.ts';

interface Sender {
  /** Environment variable with the name of the target. */
  variable: string;
  client: string;
  lines: readonly string[];
}

const senders: Readonly<Record<string, Sender>> = {
  kds: {
    variable: 'STREAM_NAME',
    client: 'kinesis',
    lines: [
      'entries = [{"Data": json.dumps(r), "PartitionKey": str(r[KEY_FIELD])} for r in records]',
      'for attempt in range(ATTEMPTS):',
      '    answer = kinesis.put_records(StreamName=os.environ["STREAM_NAME"], Records=entries)',
      '    # Only the refused records are sent again.',
      '    entries = [e for e, r in zip(entries, answer["Records"]) if "ErrorCode" in r]',
      '    if not entries:',
      '        break',
      '    time.sleep(0.1 * 2**attempt)',
    ],
  },
  firehose: {
    variable: 'DELIVERY_STREAM_NAME',
    client: 'firehose',
    lines: [
      'entries = [{"Data": json.dumps(r) + "\\n"} for r in records]',
      'for attempt in range(ATTEMPTS):',
      '    answer = firehose.put_record_batch(DeliveryStreamName=os.environ["DELIVERY_STREAM_NAME"], Records=entries)',
      '    entries = [e for e, r in zip(entries, answer["RequestResponses"]) if "ErrorCode" in r]',
      '    if not entries:',
      '        break',
      '    time.sleep(0.1 * 2**attempt)',
    ],
  },
  s3: {
    variable: 'BUCKET_NAME',
    client: 's3',
    lines: [
      'body = "\\n".join(json.dumps(r) for r in records)',
      's3.put_object(Bucket=os.environ["BUCKET_NAME"], Key=f"incoming/{uuid.uuid4()}.json", Body=body)',
    ],
  },
  sqs: {
    variable: 'QUEUE_URL',
    client: 'sqs',
    lines: [
      'for i in range(0, len(records), 10):',
      '    entries = [{"Id": str(n), "MessageBody": json.dumps(r)} for n, r in enumerate(records[i : i + 10])]',
      '    sqs.send_message_batch(QueueUrl=os.environ["QUEUE_URL"], Entries=entries)',
    ],
  },
  sns: {
    variable: 'TOPIC_ARN',
    client: 'sns',
    lines: [
      'for i in range(0, len(records), 10):',
      '    entries = [{"Id": str(n), "Message": json.dumps(r)} for n, r in enumerate(records[i : i + 10])]',
      '    sns.publish_batch(TopicArn=os.environ["TOPIC_ARN"], PublishBatchRequestEntries=entries)',
    ],
  },
  'eventbridge-rule': {
    variable: 'EVENT_BUS_NAME',
    client: 'events',
    lines: [
      'for i in range(0, len(records), 10):',
      '    entries = [',
      '        {"EventBusName": os.environ["EVENT_BUS_NAME"], "Source": "pipeline", "DetailType": "record", "Detail": json.dumps(r)}',
      '        for r in records[i : i + 10]',
      '    ]',
      '    events.put_events(Entries=entries)',
    ],
  },
};

/** Sample program that sends made-up records to everything the producer is connected to. */
export function buildProducerFile(context: IacContext): StarterFile | undefined {
  const targets = [
    ...new Map(
      context.outgoing.flatMap((edge) => {
        const sender = senders[edge.service];
        return sender ? [[edge.service, sender] as const] : [];
      }),
    ).values(),
  ];
  if (targets.length === 0) return undefined;
  const { config } = context;
  const text = [
    '"""Sends sample records. Needs boto3 and these environment variables:',
    ...targets.map((target) => `${target.variable}`),
    '"""',
    'import json',
    'import os',
    'import random',
    'import time',
    'import uuid',
    '',
    'import boto3',
    '',
    `KEY_FIELD = ${JSON.stringify(config.text('partitionKeyField'))}`,
    `BATCH = ${config.number('batchRecords')}`,
    'ATTEMPTS = 5',
    ...targets.map((target) => `${target.client} = boto3.client("${target.client}")`),
    '',
    '',
    'def make_record():',
    '    return {KEY_FIELD: str(uuid.uuid4()), "at": time.time(), "value": random.random()}',
    '',
    '',
    'def send(records):',
    ...targets.flatMap((target) => target.lines.map((line) => `    ${line}`)),
    '',
    '',
    'if __name__ == "__main__":',
    '    while True:',
    '        send([make_record() for _ in range(BATCH)])',
    '        time.sleep(1)',
    '',
  ].join('\n');
  return { path: `producers/${context.physicalName(40)}/producer.py`, text };
}
