import type { PropertyValue } from '../../../../shared/graph/design.ts';
import type { ColumnDefinition, PropertyDefinition } from '../../../../shared/services/property.ts';
import type { Random } from './random.ts';

/** Texts of which the first ones that fit a property's pattern are tried. */
const samples = [
  'sample',
  'sample-1',
  'sample_1',
  'sample/part/',
  '/sample/part',
  'https://example.com/in',
  'in.example.com',
  'cron(30 4 * * ? *)',
  'rate(2 hours)',
  'm6g.xlarge',
  'ml.m5.2xlarge',
  'm6g.large.search',
  'emr-7.1.0',
  'OpenSearch_2.17',
  '192.0.2.7',
  'GMT+1:00',
  's3://sample-bucket/script.py',
  'video/h265',
  'arn:aws:secretsmanager:eu-central-1:111122223333:secret:sample-a1b2c3',
  'arn:aws:lambda:eu-central-1:111122223333:layer:sample:1',
  '111122223333',
  'data@example.com',
  'public.ecr.aws/docker/library/python:3.12',
  'sample text of more than forty characters for whoever wants a long one',
];

/** Values of texts whose form only the service knows, and no pattern. */
const known: Readonly<Record<string, readonly PropertyValue[]>> = {
  'aurora.engineVersion': ['16.6'],
  'bedrock-agent.functions': [[{ name: 'sample', description: 'Finds a sample.', parameters: 'id, name' }]],
  'bedrock-agent.foundationModel': ['amazon.nova-lite-v1:0'],
  'bedrock-custom.baseModelId': ['amazon.nova-lite-v1:0:300k'],
  'bedrock-custom.hyperParameters': [{ epochCount: '3', batchSize: '1', learningRate: '0.00002' }],
  'bedrock-guardrail.piiTypes': [['NAME', 'ADDRESS']],
  'bedrock-guardrail.topics': [
    [{ name: 'Advice', definition: 'Advice about money.', example: 'What to buy?' }],
  ],
  'bedrock-kb.embeddingModelId': ['cohere.embed-english-v3'],
  'cloudfront.originDomain': ['in.example.com'],
  'cw-logs.filterPattern': ['ERROR'],
  'data-pipeline.instanceType': ['m5.xlarge'],
  'data-pipeline.releaseLabel': ['emr-5.36.1'],
  'databrew.steps': [[{ operation: 'LOWER_CASE', column: 'name' }]],
  'dms.externalTableDefinition': ['{"TableCount":"0","Tables":[]}'],
  'dms.tables': [[{ schema: 'sales', table: 'orders', action: 'include' }]],
  // Each CPU size has its own range; one of these is in it whatever the size.
  'ecs-fargate.memory': [4096, 16_384, 512, 32_768],
  'ec2.instanceType': ['m7g.xlarge'],
  'emr.applications': [['Spark', 'Hadoop']],
  'emr.masterInstanceType': ['m6g.xlarge'],
  'emr.coreInstanceType': ['m6g.xlarge'],
  'eventbridge-pipe.filterPattern': ['{"body":{"kind":["order"]}}'],
  'eventbridge-pipe.inputTemplate': ['{"order":<$.body.id>}'],
  'eventbridge-pipe.partitionKey': ['$.id'],
  'eventbridge-rule.eventPattern': ['{"source":["sample.orders"]}'],
  'eventbridge-scheduler.input': ['{"kind":"sample"}'],
  'eventbridge-scheduler.scheduleExpressionTimezone': ['Europe/Berlin'],
  'firehose.customTimeZone': ['Europe/Berlin'],
  'firehose.errorOutputPrefix': ['faults/!{firehose:error-output-type}/'],
  'firehose.partitionKeys': [[{ name: 'shop', expression: '.shop' }]],
  'firehose.prefix': ['sample/!{timestamp:yyyy}/'],
  'generic-aws.resourceProperties': ['{"DisplayName":"Sample"}'],
  'generic-aws.resourceType': ['AWS::SNS::Topic'],
  'generic-aws.terraformArguments': ['{"display_name":"Sample"}'],
  'generic-aws.terraformType': ['aws_sns_topic'],
  'fsx.storageCapacity': [2400, 4800],
  'glue-catalog.columns': [[{ name: 'total', type: 'double', comment: 'In euros.' }]],
  'glue-catalog.partitionKeys': [[{ name: 'day', type: 'date' }]],
  'iot-core.sql': ["SELECT * FROM 'sample/+'"],
  'iot-core.partitionKey': ['${topic()}'],
  'iot-core.objectKey': ['${timestamp()}.json'],
  'iot-core.republishTopic': ['sample/out'],
  'keyspaces.columns': [
    [
      { name: 'id', type: 'text', role: 'PARTITION' },
      { name: 'total', type: 'double', role: 'REGULAR' },
    ],
  ],
  'opensearch.instanceType': ['m7g.large.search'],
  'onprem-db.serverName': ['db2.example.internal'],
  'onprem-files.serverHostname': ['files2.example.internal'],
  'mongodb.serverName': ['cluster1.abcde.mongodb.net'],
  'rds.engineVersion': ['16.6'],
  'rekognition-video.labels': [['PERSON']],
  's3.allowedSourceIps': [['192.0.2.0/24']],
  'storage-gateway.clientList': [['192.0.2.0/24']],
  'step-functions.definition': ['{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}'],
  'eventbridge-pipe.sql': ['INSERT INTO orders VALUES (:payload)'],
  'lambda.environment': [{ FIRST: 'one', SECOND: 'two' }],
};

const fits = (pattern: string | undefined, text: string): boolean =>
  pattern === undefined || new RegExp(`^(?:${pattern})$`, 'su').test(text);

function getTexts(pattern: string | undefined, maxLength = 200): string[] {
  return samples.filter((sample) => sample.length <= maxLength && fits(pattern, sample)).slice(0, 3);
}

function getCell(column: ColumnDefinition): PropertyValue {
  switch (column.type) {
    case 'text':
      return getTexts(column.pattern, column.maxLength)[0] ?? column.default;
    case 'select':
      return column.options.at(-1)?.value ?? column.default;
    case 'number':
      return column.min ?? column.default;
    case 'flag':
      return !column.default;
  }
}

function buildNumbers(
  { min, max, step, integer = false, default: usual }: Extract<PropertyDefinition, { type: 'number' }>,
  random: Random,
): number[] {
  const low = min ?? usual;
  const high = Math.min(max ?? usual * 4 + 4, usual * 10 + 10);
  const unit = step ?? (integer ? 1 : (high - low) / 16 || 1);
  const steps = Math.max(0, Math.floor((high - low) / unit));
  const inside = low + unit * random.below(steps + 1);
  const tidy = (value: number): number => (integer ? Math.round(value) : Number(value.toFixed(4)));
  return [tidy(inside), low, ...(max === undefined ? [tidy(usual + unit)] : [max, tidy(usual + unit)])];
}

/** Values other than the default within the property's range, the likeliest to fit first. */
export function buildValues(service: string, property: PropertyDefinition, random: Random): PropertyValue[] {
  const values = known[`${service}.${property.name}`] ?? buildAnyValues(property, random);
  const usual = JSON.stringify(property.default);
  return values.filter((value) => JSON.stringify(value) !== usual);
}

function buildAnyValues(property: PropertyDefinition, random: Random): PropertyValue[] {
  switch (property.type) {
    case 'flag':
      return [!property.default];
    case 'select':
      return random.shuffle(property.options.map((option) => option.value));
    case 'number':
      return buildNumbers(property, random);
    case 'text':
      return getTexts(property.pattern, property.maxLength);
    case 'list':
      return getTexts(property.itemPattern).map((text) => [text]);
    case 'map':
      return [{ first: 'one', second: 'two' }];
    case 'table':
      return [[Object.fromEntries(property.columns.map((column) => [column.name, getCell(column)]))]];
  }
}
