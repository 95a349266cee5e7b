/** Kinds of node the integration book rules on, with the class that generic rules go by. */

export type KindClass =
  | 'storage'
  | 'stream'
  | 'media stream'
  | 'delivery'
  | 'stream compute'
  | 'batch compute'
  | 'compute'
  | 'metadata'
  | 'metadata job'
  | 'orchestration'
  | 'migration'
  | 'ML inference'
  | 'ML training'
  | 'ML batch'
  | 'ML dev'
  | 'ML service'
  | 'gen AI'
  | 'database'
  | 'warehouse'
  | 'query'
  | 'search'
  | 'cache'
  | 'messaging'
  | 'events'
  | 'ingest'
  | 'observability'
  | 'security'
  | 'edge'
  | 'network'
  | 'on premises'
  | 'producer'
  | 'external'
  | 'BI'
  | 'consumer';

export interface KindDefinition {
  /** Id of the service in the catalogue. */
  id: string;
  /** `core`: named by the notes; `supporting`: what pipelines of the core services need around them. */
  group: 'core' | 'supporting';
  class: KindClass;
  /** What the node is called inside a sentence. */
  label: string;
}

const core = (id: string, kindClass: KindClass, label: string): KindDefinition => ({
  id,
  group: 'core',
  class: kindClass,
  label,
});

const supporting = (id: string, kindClass: KindClass, label: string): KindDefinition => ({
  id,
  group: 'supporting',
  class: kindClass,
  label,
});

/** The 75 kinds, in the order of the book. */
export const kinds: readonly KindDefinition[] = [
  core('s3', 'storage', 'an S3 bucket'),
  core('kds', 'stream', 'a Kinesis data stream'),
  core('firehose', 'delivery', 'a Firehose stream'),
  core('msf', 'stream compute', 'a Managed Flink application'),
  core('kda-sql', 'stream compute', 'a Kinesis Analytics SQL application'),
  core('kvs', 'media stream', 'a Kinesis video stream'),
  core('glue-catalog', 'metadata', 'a Glue Data Catalog table'),
  core('glue-crawler', 'metadata job', 'a Glue crawler'),
  core('glue-etl', 'batch compute', 'a Glue ETL job'),
  core('glue-streaming', 'stream compute', 'a Glue streaming job'),
  core('databrew', 'batch compute', 'a DataBrew job'),
  core('data-pipeline', 'orchestration', 'a Data Pipeline'),
  core('dms', 'migration', 'a DMS task'),
  core('datasync', 'migration', 'a DataSync task'),
  core('batch', 'batch compute', 'a Batch job'),
  core('step-functions', 'orchestration', 'a Step Functions state machine'),
  core('sm-endpoint', 'ML inference', 'a SageMaker endpoint'),
  core('sm-training', 'ML training', 'a SageMaker training job'),
  core('sm-transform', 'ML inference', 'a SageMaker batch transform job'),
  core('sm-processing', 'ML batch', 'a SageMaker processing job'),
  core('sm-notebook', 'ML dev', 'a SageMaker notebook'),
  core('bedrock-model', 'gen AI', 'a Bedrock model'),
  core('bedrock-kb', 'gen AI', 'a Bedrock knowledge base'),
  core('bedrock-agent', 'gen AI', 'a Bedrock agent'),
  core('bedrock-guardrail', 'gen AI', 'a Bedrock guardrail'),
  core('bedrock-custom', 'gen AI', 'a Bedrock customization job'),
  supporting('lambda', 'compute', 'a Lambda function'),
  supporting('dynamodb', 'database', 'a DynamoDB table'),
  supporting('redshift', 'warehouse', 'a Redshift warehouse'),
  supporting('redshift-spectrum', 'query', 'a Redshift Spectrum schema'),
  supporting('rds', 'database', 'an RDS instance'),
  supporting('aurora', 'database', 'an Aurora cluster'),
  supporting('opensearch', 'search', 'an OpenSearch domain'),
  supporting('elasticache', 'cache', 'an ElastiCache cache'),
  supporting('emr', 'batch compute', 'an EMR cluster'),
  supporting('athena', 'query', 'an Athena workgroup'),
  supporting('sqs', 'messaging', 'an SQS queue'),
  supporting('sns', 'messaging', 'an SNS topic'),
  supporting('eventbridge-rule', 'events', 'an EventBridge rule'),
  supporting('eventbridge-pipe', 'events', 'an EventBridge pipe'),
  supporting('eventbridge-scheduler', 'events', 'an EventBridge schedule'),
  supporting('iot-core', 'ingest', 'an IoT Core rule'),
  supporting('api-gateway', 'ingest', 'an API Gateway API'),
  supporting('cw-logs', 'observability', 'a CloudWatch log group'),
  supporting('cw-metrics', 'observability', 'CloudWatch metrics'),
  supporting('cw-alarm', 'observability', 'a CloudWatch alarm'),
  supporting('cloudtrail', 'observability', 'a CloudTrail trail'),
  supporting('kms', 'security', 'a KMS key'),
  supporting('rekognition-video', 'ML service', 'Rekognition Video'),
  supporting('ec2', 'compute', 'an EC2 instance'),
  supporting('ecs-fargate', 'compute', 'an ECS service'),
  supporting('efs', 'storage', 'an EFS file system'),
  supporting('fsx', 'storage', 'an FSx file system'),
  supporting('msk', 'stream', 'an MSK cluster'),
  supporting('timestream', 'database', 'a Timestream table'),
  supporting('keyspaces', 'database', 'a Keyspaces table'),
  supporting('cloudfront', 'edge', 'a CloudFront distribution'),
  supporting('direct-connect', 'network', 'a Direct Connect link'),
  supporting('vpce-s3', 'network', 'an S3 gateway endpoint'),
  supporting('outposts', 'on premises', 'an Outpost'),
  supporting('storage-gateway', 'on premises', 'a Storage Gateway'),
  supporting('onprem-db', 'on premises', 'an on-premises database'),
  supporting('onprem-files', 'on premises', 'an on-premises file store'),
  supporting('producer-sdk', 'producer', 'an SDK producer'),
  supporting('producer-kpl', 'producer', 'a KPL producer'),
  supporting('kinesis-agent', 'producer', 'a Kinesis Agent'),
  supporting('mqtt-device', 'producer', 'an MQTT device'),
  supporting('camera', 'producer', 'a camera'),
  supporting('third-party-http', 'external', 'a third-party HTTPS endpoint'),
  supporting('splunk', 'external', 'Splunk'),
  supporting('mongodb', 'external', 'MongoDB'),
  supporting('datadog', 'external', 'Datadog'),
  supporting('q-business', 'gen AI', 'an Amazon Q Business application'),
  supporting('quicksight', 'BI', 'a QuickSight dashboard'),
  supporting('user-app', 'consumer', 'a client application'),
];

/** Kinds the book cannot rule on: they stand for anything the designer names. */
export const openKinds: readonly string[] = ['generic-aws', 'external-system'];

const byId: ReadonlyMap<string, KindDefinition> = new Map(kinds.map((kind) => [kind.id, kind]));

/** The kind with this id, or undefined when the book does not know it. */
export function findKind(id: string): KindDefinition | undefined {
  return byId.get(id);
}

/** Name of a kind for sentences; the id itself when the book does not know it. */
export function getKindLabel(id: string): string {
  return byId.get(id)?.label ?? id;
}
