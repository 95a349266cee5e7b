/**
 * How each resource type gives the attributes that mappings ask for.
 *
 * CloudFormation side: `Ref`, `GetAtt:<attribute>`, or a text with holes `{Ref}`, `{region}`,
 * `{account}`, `{partition}` for types that have no such attribute.
 * Terraform side: an attribute name, or a text with holes `{<attribute>}` and `{region}`, `{account}`,
 * `{partition}`.
 *
 * A mapping may also ask for an attribute by its exact names, `'Endpoint.Port|port'`
 * (CloudFormation|Terraform), without a line here.
 */
type AttributeTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

const arnOf = (service: string, resource: string): string =>
  `arn:{partition}:${service}:{region}:{account}:${resource}{Ref}`;

/** Ref gives the name, GetAtt Arn the ARN. */
const named = { arn: 'GetAtt:Arn', name: 'Ref', id: 'Ref' } as const;
/** Ref gives the id, GetAtt Arn the ARN. */
const identified = { arn: 'GetAtt:Arn', id: 'Ref' } as const;
/** Ref gives the name; the ARN has to be built. */
const builtArn = (service: string, resource: string) =>
  ({ arn: arnOf(service, resource), name: 'Ref', id: 'Ref' }) as const;

export const cloudFormationAttributes: AttributeTable = {
  'AWS::ApiGateway::RestApi': {
    id: 'Ref',
    arn: 'arn:{partition}:execute-api:{region}:{account}:{Ref}',
    'root-resource-id': 'GetAtt:RootResourceId',
  },
  'AWS::ApiGatewayV2::Api': {
    id: 'Ref',
    arn: 'arn:{partition}:execute-api:{region}:{account}:{Ref}',
    url: 'GetAtt:ApiEndpoint',
  },
  'AWS::AppFlow::Flow': { arn: 'GetAtt:FlowArn', name: 'Ref' },
  'AWS::Athena::WorkGroup': builtArn('athena', 'workgroup/'),
  'AWS::Batch::ComputeEnvironment': { arn: 'GetAtt:ComputeEnvironmentArn', id: 'Ref' },
  'AWS::Batch::JobDefinition': { arn: 'Ref', id: 'Ref' },
  'AWS::Batch::JobQueue': { arn: 'GetAtt:JobQueueArn', id: 'Ref' },
  'AWS::Bedrock::Agent': { arn: 'GetAtt:AgentArn', id: 'GetAtt:AgentId' },
  'AWS::Bedrock::AgentAlias': { arn: 'GetAtt:AgentAliasArn', id: 'GetAtt:AgentAliasId' },
  'AWS::Bedrock::DataSource': { id: 'GetAtt:DataSourceId' },
  'AWS::Bedrock::Flow': { arn: 'GetAtt:Arn', id: 'GetAtt:Id' },
  'AWS::Bedrock::Guardrail': {
    arn: 'GetAtt:GuardrailArn',
    id: 'GetAtt:GuardrailId',
    version: 'GetAtt:Version',
  },
  'AWS::Bedrock::KnowledgeBase': { arn: 'GetAtt:KnowledgeBaseArn', id: 'GetAtt:KnowledgeBaseId' },
  'AWS::Bedrock::Prompt': { arn: 'GetAtt:Arn', id: 'GetAtt:Id' },
  'AWS::Cassandra::Keyspace': {
    name: 'Ref',
    arn: 'arn:{partition}:cassandra:{region}:{account}:/keyspace/{Ref}/',
  },
  'AWS::CloudFront::Distribution': {
    id: 'Ref',
    arn: 'arn:{partition}:cloudfront::{account}:distribution/{Ref}',
    endpoint: 'GetAtt:DomainName',
  },
  'AWS::CloudTrail::Trail': named,
  'AWS::CloudWatch::Alarm': named,
  'AWS::DMS::Endpoint': { arn: 'Ref', id: 'Ref' },
  'AWS::DMS::ReplicationConfig': { arn: 'GetAtt:ReplicationConfigArn', id: 'Ref' },
  'AWS::DMS::ReplicationInstance': { arn: 'Ref', id: 'Ref' },
  'AWS::DMS::ReplicationSubnetGroup': { name: 'Ref', id: 'Ref' },
  'AWS::DMS::ReplicationTask': { arn: 'Ref', id: 'Ref' },
  'AWS::DataBrew::Dataset': builtArn('databrew', 'dataset/'),
  'AWS::DataBrew::Job': builtArn('databrew', 'job/'),
  'AWS::DataBrew::Recipe': builtArn('databrew', 'recipe/'),
  'AWS::DataPipeline::Pipeline': {
    id: 'Ref',
    arn: 'arn:{partition}:datapipeline:{region}:{account}:pipeline/{Ref}',
  },
  'AWS::DataSync::Agent': { arn: 'GetAtt:AgentArn' },
  'AWS::DataSync::LocationEFS': { arn: 'GetAtt:LocationArn' },
  'AWS::DataSync::LocationFSxLustre': { arn: 'GetAtt:LocationArn' },
  'AWS::DataSync::LocationHDFS': { arn: 'GetAtt:LocationArn' },
  'AWS::DataSync::LocationNFS': { arn: 'GetAtt:LocationArn' },
  'AWS::DataSync::LocationObjectStorage': { arn: 'GetAtt:LocationArn' },
  'AWS::DataSync::LocationS3': { arn: 'GetAtt:LocationArn' },
  'AWS::DataSync::LocationSMB': { arn: 'GetAtt:LocationArn' },
  'AWS::DataSync::Task': { arn: 'GetAtt:TaskArn' },
  'AWS::DynamoDB::Table': { ...named, 'stream-arn': 'GetAtt:StreamArn' },
  'AWS::EC2::Instance': {
    id: 'Ref',
    arn: arnOf('ec2', 'instance/'),
    endpoint: 'GetAtt:PrivateDnsName',
  },
  'AWS::EC2::LaunchTemplate': { id: 'Ref', version: 'GetAtt:LatestVersionNumber' },
  'AWS::EC2::SecurityGroup': { id: 'GetAtt:GroupId' },
  'AWS::EC2::VPCEndpoint': { id: 'Ref' },
  'AWS::ECR::Repository': { ...named, url: 'GetAtt:RepositoryUri' },
  'AWS::ECS::Cluster': named,
  'AWS::ECS::Service': { arn: 'Ref', name: 'GetAtt:Name' },
  'AWS::ECS::TaskDefinition': { arn: 'Ref', id: 'Ref' },
  'AWS::EFS::AccessPoint': identified,
  'AWS::EFS::FileSystem': identified,
  'AWS::EMR::Cluster': { id: 'Ref', arn: arnOf('elasticmapreduce', 'cluster/') },
  'AWS::EMR::SecurityConfiguration': { name: 'Ref', id: 'Ref' },
  'AWS::EMRServerless::Application': identified,
  'AWS::ElastiCache::ReplicationGroup': {
    id: 'Ref',
    arn: arnOf('elasticache', 'replicationgroup:'),
    endpoint: 'GetAtt:PrimaryEndPoint.Address',
  },
  'AWS::ElastiCache::ServerlessCache': {
    arn: 'GetAtt:ARN',
    name: 'Ref',
    endpoint: 'GetAtt:Endpoint.Address',
  },
  'AWS::Events::ApiDestination': named,
  'AWS::Events::Connection': named,
  'AWS::Events::EventBus': named,
  'AWS::Events::Rule': { arn: 'GetAtt:Arn', name: 'Ref' },
  'AWS::FSx::FileSystem': { id: 'Ref', arn: 'GetAtt:ResourceARN', endpoint: 'GetAtt:DNSName' },
  'AWS::Glue::Connection': builtArn('glue', 'connection/'),
  'AWS::Glue::Crawler': builtArn('glue', 'crawler/'),
  'AWS::Glue::DataQualityRuleset': builtArn('glue', 'dataQualityRuleset/'),
  'AWS::Glue::Database': builtArn('glue', 'database/'),
  'AWS::Glue::Job': builtArn('glue', 'job/'),
  'AWS::Glue::SecurityConfiguration': { name: 'Ref' },
  'AWS::Glue::Table': { name: 'Ref' },
  'AWS::Glue::Trigger': builtArn('glue', 'trigger/'),
  'AWS::Glue::Workflow': builtArn('glue', 'workflow/'),
  'AWS::IAM::InstanceProfile': named,
  'AWS::IAM::Role': named,
  'AWS::IoT::Policy': { arn: 'GetAtt:Arn', name: 'Ref' },
  'AWS::IoT::Thing': { arn: 'GetAtt:Arn', name: 'Ref' },
  'AWS::IoT::TopicRule': named,
  'AWS::KMS::Alias': { name: 'Ref' },
  'AWS::KMS::Key': identified,
  'AWS::Kinesis::Stream': named,
  'AWS::Kinesis::StreamConsumer': { arn: 'GetAtt:ConsumerARN', name: 'GetAtt:ConsumerName' },
  'AWS::KinesisAnalyticsV2::Application': builtArn('kinesisanalytics', 'application/'),
  'AWS::KinesisFirehose::DeliveryStream': named,
  'AWS::KinesisVideo::Stream': named,
  'AWS::LakeFormation::Resource': { id: 'Ref' },
  'AWS::Lambda::Alias': { arn: 'Ref' },
  'AWS::Lambda::EventSourceMapping': { id: 'Ref', arn: 'GetAtt:EventSourceMappingArn' },
  'AWS::Lambda::Function': named,
  'AWS::Lambda::LayerVersion': { arn: 'Ref' },
  'AWS::Lambda::Version': { arn: 'Ref', version: 'GetAtt:Version' },
  // GetAtt Arn ends in `:*` here and Terraform's does not; the built form is the same in both.
  'AWS::Logs::LogGroup': builtArn('logs', 'log-group:'),
  'AWS::Logs::LogStream': { name: 'Ref' },
  'AWS::MSK::Cluster': { arn: 'Ref', id: 'Ref' },
  'AWS::MSK::ServerlessCluster': { arn: 'Ref', id: 'Ref' },
  'AWS::OpenSearchServerless::Collection': { ...identified, endpoint: 'GetAtt:CollectionEndpoint' },
  'AWS::OpenSearchService::Domain': { ...named, endpoint: 'GetAtt:DomainEndpoint' },
  'AWS::Pipes::Pipe': named,
  'AWS::QBusiness::Application': { id: 'GetAtt:ApplicationId', arn: 'GetAtt:ApplicationArn' },
  'AWS::QBusiness::Index': { id: 'GetAtt:IndexId', arn: 'GetAtt:IndexArn' },
  'AWS::QuickSight::DataSource': { arn: 'GetAtt:Arn' },
  'AWS::QuickSight::VPCConnection': { arn: 'GetAtt:Arn' },
  'AWS::RDS::DBCluster': {
    id: 'Ref',
    arn: 'GetAtt:DBClusterArn',
    endpoint: 'GetAtt:Endpoint.Address',
    port: 'GetAtt:Endpoint.Port',
    'secret-arn': 'GetAtt:MasterUserSecret.SecretArn',
    'resource-id': 'GetAtt:DBClusterResourceId',
  },
  'AWS::RDS::DBInstance': {
    id: 'Ref',
    arn: 'GetAtt:DBInstanceArn',
    endpoint: 'GetAtt:Endpoint.Address',
    port: 'GetAtt:Endpoint.Port',
    'secret-arn': 'GetAtt:MasterUserSecret.SecretArn',
    'resource-id': 'GetAtt:DbiResourceId',
  },
  'AWS::RDS::DBClusterParameterGroup': { name: 'Ref' },
  'AWS::RDS::DBParameterGroup': { name: 'Ref' },
  'AWS::RDS::DBProxy': { name: 'Ref', arn: 'GetAtt:DBProxyArn', endpoint: 'GetAtt:Endpoint' },
  'AWS::RDS::DBSubnetGroup': { name: 'Ref', id: 'Ref' },
  'AWS::Redshift::Cluster': {
    id: 'Ref',
    name: 'Ref',
    arn: arnOf('redshift', 'cluster:'),
    endpoint: 'GetAtt:Endpoint.Address',
    port: 'GetAtt:Endpoint.Port',
    'secret-arn': 'GetAtt:MasterPasswordSecretArn',
  },
  'AWS::Redshift::ClusterParameterGroup': { name: 'Ref' },
  'AWS::Redshift::ClusterSubnetGroup': { name: 'Ref' },
  'AWS::RedshiftServerless::Namespace': {
    name: 'Ref',
    arn: 'GetAtt:Namespace.NamespaceArn',
    id: 'GetAtt:Namespace.NamespaceId',
  },
  'AWS::RedshiftServerless::Workgroup': {
    name: 'Ref',
    arn: 'GetAtt:Workgroup.WorkgroupArn',
    id: 'GetAtt:Workgroup.WorkgroupId',
    endpoint: 'GetAtt:Workgroup.Endpoint.Address',
  },
  'AWS::Rekognition::Collection': { ...named, id: 'Ref' },
  'AWS::Rekognition::StreamProcessor': named,
  'AWS::S3::Bucket': { ...named, url: 's3://{Ref}', endpoint: 'GetAtt:RegionalDomainName' },
  'AWS::S3Outposts::Bucket': { arn: 'GetAtt:Arn' },
  'AWS::S3Tables::TableBucket': { arn: 'Ref' },
  'AWS::S3Vectors::Index': { arn: 'GetAtt:IndexArn' },
  'AWS::S3Vectors::VectorBucket': { arn: 'GetAtt:VectorBucketArn' },
  'AWS::SNS::Subscription': { arn: 'Ref' },
  'AWS::SNS::Topic': { arn: 'Ref', id: 'Ref', name: 'GetAtt:TopicName' },
  'AWS::SQS::Queue': { arn: 'GetAtt:Arn', id: 'Ref', url: 'Ref', name: 'GetAtt:QueueName' },
  'AWS::SSM::Parameter': { name: 'Ref', arn: arnOf('ssm', 'parameter/') },
  'AWS::SageMaker::Endpoint': { arn: 'Ref', id: 'Ref', name: 'GetAtt:EndpointName' },
  'AWS::SageMaker::EndpointConfig': { arn: 'Ref', name: 'GetAtt:EndpointConfigName' },
  'AWS::SageMaker::FeatureGroup': builtArn('sagemaker', 'feature-group/'),
  'AWS::SageMaker::Model': { arn: 'Ref', name: 'GetAtt:ModelName' },
  'AWS::SageMaker::ModelPackageGroup': { arn: 'GetAtt:ModelPackageGroupArn' },
  'AWS::SageMaker::NotebookInstance': { arn: 'Ref', name: 'GetAtt:NotebookInstanceName' },
  'AWS::SageMaker::Pipeline': builtArn('sagemaker', 'pipeline/'),
  'AWS::Scheduler::Schedule': { arn: 'GetAtt:Arn', name: 'Ref' },
  'AWS::Scheduler::ScheduleGroup': { arn: 'GetAtt:Arn', name: 'Ref' },
  'AWS::SecretsManager::Secret': { arn: 'Ref', id: 'Ref' },
  'AWS::StepFunctions::StateMachine': { arn: 'Ref', id: 'Ref', name: 'GetAtt:Name' },
  'AWS::Timestream::Database': { name: 'Ref', arn: 'GetAtt:Arn' },
  'AWS::Timestream::Table': { name: 'GetAtt:Name', arn: 'GetAtt:Arn' },
};

/** Only what differs from the names `arn`, `id`, `name`, `url` and `endpoint` as they stand. */
export const terraformAttributes: AttributeTable = {
  aws_api_gateway_rest_api: { arn: 'execution_arn', 'root-resource-id': 'root_resource_id' },
  aws_apigatewayv2_api: { arn: 'execution_arn', url: 'api_endpoint' },
  aws_batch_compute_environment: { id: 'arn' },
  aws_bedrock_guardrail: { arn: 'guardrail_arn', id: 'guardrail_id', version: 'version' },
  aws_bedrockagent_agent: { arn: 'agent_arn', id: 'agent_id' },
  aws_bedrockagent_agent_alias: { arn: 'agent_alias_arn', id: 'agent_alias_id' },
  aws_bedrockagent_data_source: { id: 'data_source_id' },
  aws_cloudfront_distribution: { endpoint: 'domain_name' },
  aws_cloudwatch_metric_alarm: { name: 'alarm_name' },
  aws_datapipeline_pipeline: { arn: 'arn:{partition}:datapipeline:{region}:{account}:pipeline/{id}' },
  aws_db_instance: {
    id: 'identifier',
    endpoint: 'address',
    port: 'port',
    'secret-arn': 'master_user_secret[0].secret_arn',
    'resource-id': 'resource_id',
  },
  aws_dms_endpoint: { arn: 'endpoint_arn', id: 'endpoint_id' },
  aws_dms_replication_instance: { arn: 'replication_instance_arn', id: 'replication_instance_id' },
  aws_dms_replication_subnet_group: {
    id: 'replication_subnet_group_id',
    name: 'replication_subnet_group_id',
  },
  aws_dms_replication_task: { arn: 'replication_task_arn', id: 'replication_task_id' },
  aws_dms_s3_endpoint: { arn: 'endpoint_arn', id: 'endpoint_id' },
  aws_dynamodb_table: { 'stream-arn': 'stream_arn' },
  aws_ecr_repository: { url: 'repository_url' },
  aws_ecs_cluster: { id: 'arn' },
  aws_ecs_service: { arn: 'arn' },
  aws_elasticache_replication_group: { endpoint: 'primary_endpoint_address', name: 'id' },
  aws_elasticache_serverless_cache: { endpoint: 'endpoint[0].address' },
  aws_emrserverless_application: {},
  aws_fsx_lustre_file_system: { endpoint: 'dns_name' },
  aws_instance: { endpoint: 'private_dns' },
  aws_kinesis_firehose_delivery_stream: {},
  aws_kms_key: { id: 'key_id' },
  aws_lambda_event_source_mapping: { id: 'uuid' },
  aws_lambda_function: { name: 'function_name', id: 'function_name', version: 'version' },
  aws_lambda_layer_version: {},
  aws_launch_template: { version: 'latest_version' },
  aws_opensearch_domain: { name: 'domain_name', id: 'domain_name' },
  aws_opensearchserverless_collection: { endpoint: 'collection_endpoint' },
  aws_rds_cluster: {
    id: 'cluster_identifier',
    port: 'port',
    'secret-arn': 'master_user_secret[0].secret_arn',
    'resource-id': 'cluster_resource_id',
  },
  aws_redshift_cluster: {
    id: 'cluster_identifier',
    name: 'cluster_identifier',
    endpoint: 'dns_name',
    port: 'port',
    'secret-arn': 'master_password_secret_arn',
  },
  aws_redshiftserverless_namespace: { name: 'namespace_name', id: 'namespace_id' },
  aws_redshiftserverless_workgroup: {
    name: 'workgroup_name',
    id: 'workgroup_id',
    endpoint: 'endpoint[0].address',
  },
  aws_rekognition_collection: { id: 'collection_id', name: 'collection_id' },
  aws_s3_bucket: {
    name: 'bucket',
    id: 'bucket',
    url: 's3://{bucket}',
    endpoint: 'bucket_regional_domain_name',
  },
  aws_s3vectors_index: { arn: 'index_arn' },
  aws_s3vectors_vector_bucket: { arn: 'vector_bucket_arn' },
  aws_sagemaker_feature_group: { name: 'feature_group_name' },
  aws_sagemaker_pipeline: { name: 'pipeline_name' },
  aws_sqs_queue: { id: 'url', url: 'url' },
  aws_timestreamwrite_database: { name: 'database_name' },
  aws_timestreamwrite_table: { name: 'table_name' },
};

/** How a CloudFormation type gives the attribute, in the notation of the table above. */
export function findCloudFormationAttribute(type: string, attribute: string): string | undefined {
  const known = cloudFormationAttributes[type]?.[attribute];
  if (known !== undefined) return known;
  const exact = attribute.split('|')[0] ?? '';
  if (!/^[A-Z]/.test(exact)) return undefined;
  return exact === 'Ref' ? 'Ref' : `GetAtt:${exact}`;
}

const asTheyStand = new Set(['arn', 'id', 'name', 'url', 'endpoint', 'port', 'version']);

/** How a Terraform type gives the attribute, in the notation of the table above. */
export function findTerraformAttribute(type: string, attribute: string): string | undefined {
  const known = terraformAttributes[type]?.[attribute];
  if (known !== undefined) return known;
  if (asTheyStand.has(attribute)) return attribute;
  const exact = attribute.includes('|') ? attribute.split('|')[1] : attribute;
  return exact !== undefined && /^[a-z][a-z0-9_]*(\[0\])?(\.[a-z0-9_]+)*$/.test(exact) ? exact : undefined;
}
