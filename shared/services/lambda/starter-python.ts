import type { TargetVariable } from './environment.ts';
import type { EventShape } from './starter-code.ts';

/** Client and call that hand one record to a target. */
const writers: Readonly<Record<string, { client: string; call: (variable: string) => string }>> = {
  s3: {
    client: 's3',
    call: (name) =>
      `s3.put_object(Bucket=os.environ["${name}"], Key=f"results/{uuid.uuid4()}.json", Body=json.dumps(record))`,
  },
  kds: {
    client: 'kinesis',
    call: (name) =>
      `kinesis.put_record(StreamName=os.environ["${name}"], Data=json.dumps(record), PartitionKey=str(uuid.uuid4()))`,
  },
  firehose: {
    client: 'firehose',
    call: (name) =>
      `firehose.put_record(DeliveryStreamName=os.environ["${name}"], Record={"Data": json.dumps(record) + "\\n"})`,
  },
  sqs: {
    client: 'sqs',
    call: (name) => `sqs.send_message(QueueUrl=os.environ["${name}"], MessageBody=json.dumps(record))`,
  },
  sns: {
    client: 'sns',
    call: (name) => `sns.publish(TopicArn=os.environ["${name}"], Message=json.dumps(record))`,
  },
  'eventbridge-rule': {
    client: 'events',
    call: (name) =>
      `events.put_events(Entries=[{"EventBusName": os.environ["${name}"], "Source": "pipeline", "DetailType": "record", "Detail": json.dumps(record)}])`,
  },
  'step-functions': {
    client: 'stepfunctions',
    call: (name) =>
      `stepfunctions.start_execution(stateMachineArn=os.environ["${name}"], input=json.dumps(record))`,
  },
};

const dynamoCall = (name: string): string =>
  `tables.Table(os.environ["${name}"]).put_item(Item=json.loads(json.dumps(record), parse_float=decimal.Decimal))`;

const endpointCall = (name: string): string[] => [
  'answer = runtime.invoke_endpoint(',
  `    EndpointName=os.environ["${name}"], ContentType="application/json", Body=json.dumps(record)`,
  ')',
  'record = {**record, "prediction": json.loads(answer["Body"].read())}',
];

const decoders: Readonly<Record<EventShape, string>> = {
  stream: `def decode(item):
    if "kinesis" in item:
        return json.loads(base64.b64decode(item["kinesis"]["data"]))
    return item["dynamodb"]`,
  queue: `def decode(item):
    return json.loads(item["body"])`,
  firehose: '',
  other: '',
};

const handlers: Readonly<Record<EventShape, string>> = {
  firehose: `def handler(event, context):
    answer = []
    for item in event["records"]:
        record = json.loads(base64.b64decode(item["data"]))
        data = base64.b64encode((json.dumps(process(record)) + "\\n").encode()).decode()
        answer.append({"recordId": item["recordId"], "result": "Ok", "data": data})
    return {"records": answer}`,
  stream: `def handler(event, context):
    for item in event["Records"]:
        try:
            process(decode(item))
        except Exception:
            log.exception("record failed")
            # A stream is read in order: everything from the first failure on is read again.
            number = item["kinesis"]["sequenceNumber"] if "kinesis" in item else item["dynamodb"]["SequenceNumber"]
            return {"batchItemFailures": [{"itemIdentifier": number}]}
    return {"batchItemFailures": []}`,
  queue: `def handler(event, context):
    failures = []
    for item in event["Records"]:
        try:
            process(decode(item))
        except Exception:
            log.exception("message failed")
            failures.append({"itemIdentifier": item["messageId"]})
    return {"batchItemFailures": failures}`,
  other: `def handler(event, context):
    return process(event)`,
};

/** Starter in Python: decodes the event, works on each record, hands it to every target. */
export function buildPythonCode(shape: EventShape, targets: readonly TargetVariable[]): string {
  const imports = ['base64', 'json', 'logging', 'os', 'uuid'];
  const clients = new Map<string, string>();
  const lines: string[] = [];
  for (const { service, name } of targets) {
    const writer = writers[service];
    if (service === 'dynamodb') {
      clients.set('tables', 'boto3.resource("dynamodb")');
      lines.push(dynamoCall(name));
    } else if (service === 'sm-endpoint') {
      clients.set('runtime', 'boto3.client("sagemaker-runtime")');
      lines.unshift(...endpointCall(name));
    } else if (writer) {
      clients.set(writer.client, `boto3.client("${writer.client}")`);
      lines.push(writer.call(name));
    }
  }
  if (clients.has('tables')) imports.splice(1, 0, 'decimal');
  return [
    imports.map((name) => `import ${name}`).join('\n'),
    '\nimport boto3\n',
    'log = logging.getLogger()\nlog.setLevel(logging.INFO)',
    ...[...clients].map(([name, make]) => `${name} = ${make}`),
    '\n\ndef process(record):',
    '    """Your work on one record; what it returns goes on."""',
    ...lines.map((line) => `    ${line}`),
    '    return record\n\n',
    ...(decoders[shape] === '' ? [] : [`${decoders[shape]}\n\n`]),
    handlers[shape],
    '',
  ].join('\n');
}
