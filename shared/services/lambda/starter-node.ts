import type { TargetVariable } from './environment.ts';
import type { EventShape } from './starter-code.ts';

/** Package, client, command and input that hand one record to a target. */
interface Writer {
  package: string;
  client: string;
  command: string;
  input: (variable: string) => string;
}

const body = 'JSON.stringify(record)';

const writers: Readonly<Record<string, Writer>> = {
  s3: {
    package: 'client-s3',
    client: 'S3Client',
    command: 'PutObjectCommand',
    input: (name) => `Bucket: process.env.${name}, Key: \`results/\${randomUUID()}.json\`, Body: ${body}`,
  },
  kds: {
    package: 'client-kinesis',
    client: 'KinesisClient',
    command: 'PutRecordCommand',
    input: (name) =>
      `StreamName: process.env.${name}, Data: Buffer.from(${body}), PartitionKey: randomUUID()`,
  },
  firehose: {
    package: 'client-firehose',
    client: 'FirehoseClient',
    command: 'PutRecordCommand',
    input: (name) =>
      `DeliveryStreamName: process.env.${name}, Record: { Data: Buffer.from(\`\${${body}}\\n\`) }`,
  },
  dynamodb: {
    package: 'lib-dynamodb',
    client: 'DynamoDBDocumentClient',
    command: 'PutCommand',
    input: (name) => `TableName: process.env.${name}, Item: record`,
  },
  sqs: {
    package: 'client-sqs',
    client: 'SQSClient',
    command: 'SendMessageCommand',
    input: (name) => `QueueUrl: process.env.${name}, MessageBody: ${body}`,
  },
  sns: {
    package: 'client-sns',
    client: 'SNSClient',
    command: 'PublishCommand',
    input: (name) => `TopicArn: process.env.${name}, Message: ${body}`,
  },
  'eventbridge-rule': {
    package: 'client-eventbridge',
    client: 'EventBridgeClient',
    command: 'PutEventsCommand',
    input: (name) =>
      `Entries: [{ EventBusName: process.env.${name}, Source: 'pipeline', DetailType: 'record', Detail: ${body} }]`,
  },
  'step-functions': {
    package: 'client-sfn',
    client: 'SFNClient',
    command: 'StartExecutionCommand',
    input: (name) => `stateMachineArn: process.env.${name}, input: ${body}`,
  },
  'sm-endpoint': {
    package: 'client-sagemaker-runtime',
    client: 'SageMakerRuntimeClient',
    command: 'InvokeEndpointCommand',
    input: (name) => `EndpointName: process.env.${name}, ContentType: 'application/json', Body: ${body}`,
  },
};

const handlers: Readonly<Record<EventShape, string>> = {
  firehose: `exports.handler = async (event) => {
  const records = [];
  for (const item of event.records) {
    const record = JSON.parse(Buffer.from(item.data, 'base64').toString());
    const data = Buffer.from(\`\${JSON.stringify(await work(record))}\\n\`).toString('base64');
    records.push({ recordId: item.recordId, result: 'Ok', data });
  }
  return { records };
};`,
  stream: `const decode = (item) =>
  item.kinesis ? JSON.parse(Buffer.from(item.kinesis.data, 'base64').toString()) : item.dynamodb;

exports.handler = async (event) => {
  for (const item of event.Records) {
    try {
      await work(decode(item));
    } catch (error) {
      console.error('record failed', error);
      // A stream is read in order: everything from the first failure on is read again.
      const number = item.kinesis ? item.kinesis.sequenceNumber : item.dynamodb.SequenceNumber;
      return { batchItemFailures: [{ itemIdentifier: number }] };
    }
  }
  return { batchItemFailures: [] };
};`,
  queue: `exports.handler = async (event) => {
  const batchItemFailures = [];
  for (const item of event.Records) {
    try {
      await work(JSON.parse(item.body));
    } catch (error) {
      console.error('message failed', error);
      batchItemFailures.push({ itemIdentifier: item.messageId });
    }
  }
  return { batchItemFailures };
};`,
  other: `exports.handler = async (event) => work(event);`,
};

/** Starter in JavaScript for the SDK that the Node.js runtimes bring along. */
export function buildNodeCode(shape: EventShape, targets: readonly TargetVariable[]): string {
  const used = targets.flatMap(({ service, name }) => {
    const writer = writers[service];
    return writer ? [{ service, name, writer }] : [];
  });
  const distinct = [...new Map(used.map((target) => [target.service, target])).values()];
  const variable = (service: string) =>
    `${service.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Client`;
  const imports = distinct.flatMap(({ service, writer }) =>
    service === 'dynamodb'
      ? [
          `const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');`,
          `const { DynamoDBDocumentClient, PutCommand } = require('@aws-sdk/lib-dynamodb');`,
        ]
      : [
          `const { ${writer.client}, ${writer.command}: ${writer.command}_${variable(service)} } = require('@aws-sdk/${writer.package}');`,
        ],
  );
  const clients = distinct.map(({ service, writer }) =>
    service === 'dynamodb'
      ? `const ${variable(service)} = DynamoDBDocumentClient.from(new DynamoDBClient({}));`
      : `const ${variable(service)} = new ${writer.client}({});`,
  );
  const calls = used.map(({ service, name, writer }) => {
    const command = service === 'dynamodb' ? 'PutCommand' : `${writer.command}_${variable(service)}`;
    return `  await ${variable(service)}.send(new ${command}({ ${writer.input(name)} }));`;
  });
  return [
    `const { randomUUID } = require('node:crypto');`,
    ...imports,
    '',
    ...clients,
    ...(clients.length > 0 ? [''] : []),
    '/** Your work on one record; what it returns goes on. */',
    'async function work(record) {',
    '  const id = record.id ?? randomUUID();',
    ...calls,
    '  return { id, ...record };',
    '}',
    '',
    handlers[shape],
    '',
  ].join('\n');
}
