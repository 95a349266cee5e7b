/** Groups of kinds that generic rules and insertion speak about. */

/** Run the designer's code with an SDK. */
export const computeKinds: ReadonlySet<string> = new Set([
  'lambda',
  'ecs-fargate',
  'ec2',
  'batch',
  'sm-notebook',
  'emr',
]);

/** Offer a data API that code can call: read, write, publish, query or ask. */
export const dataApiKinds: ReadonlySet<string> = new Set([
  's3',
  'kds',
  'firehose',
  'dynamodb',
  'rds',
  'aurora',
  'redshift',
  'opensearch',
  'elasticache',
  'sqs',
  'sns',
  'eventbridge-rule',
  'iot-core',
  'msk',
  'timestream',
  'keyspaces',
  'lambda',
  'sm-endpoint',
  'bedrock-model',
  'bedrock-kb',
  'bedrock-agent',
  'bedrock-guardrail',
  'athena',
  'cw-logs',
  'cw-metrics',
  'api-gateway',
  'rekognition-video',
  'onprem-db',
  'mongodb',
  'splunk',
  'datadog',
  'third-party-http',
]);

/** Jobs, workflows and tasks that an API operation starts. */
export const startableKinds: ReadonlySet<string> = new Set([
  'step-functions',
  'batch',
  'ecs-fargate',
  'emr',
  'glue-etl',
  'glue-streaming',
  'glue-crawler',
  'databrew',
  'dms',
  'datasync',
  'msf',
  'sm-training',
  'sm-transform',
  'sm-processing',
  'bedrock-custom',
]);

/** Reached only over a private network unless made public. */
export const vpcOnlyKinds: ReadonlySet<string> = new Set([
  'onprem-db',
  'rds',
  'aurora',
  'elasticache',
  'msk',
  'efs',
  'fsx',
]);

/** Speak a protocol of their own instead of an AWS API: SQL, cache, Kafka, CQL, documents, files. */
export const protocolKinds: ReadonlySet<string> = new Set([
  'rds',
  'elasticache',
  'msk',
  'keyspaces',
  'opensearch',
  'onprem-db',
  'mongodb',
]);

/** Hold metadata, policy or keys and never carry data. */
export const referenceKinds: ReadonlySet<string> = new Set([
  'glue-catalog',
  'bedrock-guardrail',
  'kms',
  'cw-alarm',
]);

/** Read by themselves; nothing can be pushed to them. */
export const readerKinds: ReadonlySet<string> = new Set([
  'quicksight',
  'athena',
  'glue-crawler',
  'q-business',
  'user-app',
]);

/** Keep records until a consumer has read them. */
export const streamKinds: ReadonlySet<string> = new Set(['kds', 'msk', 'dynamodb', 'sqs']);

/** Targets of an EventBridge pipe that the book has a row for. */
export const pipeTargets: ReadonlySet<string> = new Set([
  'lambda',
  'kds',
  'firehose',
  'sqs',
  'sns',
  'step-functions',
  'batch',
  'ecs-fargate',
  'eventbridge-rule',
  'timestream',
  'redshift',
  'cw-logs',
  'third-party-http',
]);

/** Read whole objects or tables in batches. */
export const batchReaders: ReadonlySet<string> = new Set([
  'sm-training',
  'sm-transform',
  'sm-processing',
  'bedrock-kb',
  'bedrock-custom',
  'glue-etl',
  'emr',
  'redshift',
  'athena',
  'redshift-spectrum',
]);

/** Query engines that need a catalogue table in front of the bucket. */
export const catalogueReaders: ReadonlySet<string> = new Set(['athena', 'redshift-spectrum']);

/** Can put media into a video stream. */
export const mediaProducers: ReadonlySet<string> = new Set(['camera', 'producer-sdk', 'ecs-fargate', 'ec2']);

/** Stores of files and objects that DataSync can connect. */
export const fileStores: ReadonlySet<string> = new Set(['s3', 'efs', 'fsx', 'onprem-files', 'outposts']);

/** Answer the caller and start nothing. */
export const answeringKinds: ReadonlySet<string> = new Set([
  'sm-endpoint',
  'bedrock-model',
  'bedrock-kb',
  'bedrock-agent',
]);

/** Where results are kept or passed on. */
export const storeKinds: ReadonlySet<string> = new Set([
  's3',
  'kds',
  'firehose',
  'dynamodb',
  'rds',
  'aurora',
  'redshift',
  'opensearch',
  'elasticache',
  'timestream',
  'keyspaces',
  'msk',
  'sqs',
  'sns',
  'eventbridge-rule',
  'mongodb',
]);

/** Send and receive nothing from the pipeline. */
export const producerKinds: ReadonlySet<string> = new Set([
  'producer-sdk',
  'producer-kpl',
  'kinesis-agent',
  'mqtt-device',
  'camera',
]);

/** End of the line: their data leaves by export functions the app does not draw. */
export const finalKinds: ReadonlySet<string> = new Set(['splunk', 'datadog', 'q-business', 'quicksight']);

/** Can run in a subnet whose route table leads to a gateway endpoint. */
export const subnetKinds: ReadonlySet<string> = new Set([
  'lambda',
  'ec2',
  'ecs-fargate',
  'batch',
  'emr',
  'glue-etl',
  'glue-streaming',
  'redshift',
  'sm-training',
  'sm-processing',
  'sm-transform',
  'sm-notebook',
  'sm-endpoint',
  'dms',
]);
