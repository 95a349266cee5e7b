/**
 * CloudFormation property that takes a customer managed key, per kind. The book's own rows name some of
 * them; the rest comes from the resource types (see the test, which looks each up in the published
 * CloudFormation schema).
 */
export const encryptionKeyProperties: Readonly<Record<string, string>> = {
  athena: 'AWS::Athena::WorkGroup.WorkGroupConfiguration',
  aurora: 'AWS::RDS::DBCluster.KmsKeyId',
  'bedrock-agent': 'AWS::Bedrock::Agent.CustomerEncryptionKeyArn',
  'bedrock-guardrail': 'AWS::Bedrock::Guardrail.KmsKeyArn',
  'bedrock-kb': 'AWS::Bedrock::DataSource.ServerSideEncryptionConfiguration',
  'cw-logs': 'AWS::Logs::LogGroup.KmsKeyId',
  databrew: 'AWS::DataBrew::Job.EncryptionKeyArn',
  dms: 'AWS::DMS::ReplicationInstance.KmsKeyId',
  dynamodb: 'AWS::DynamoDB::Table.SSESpecification',
  ec2: 'AWS::EC2::Volume.KmsKeyId',
  efs: 'AWS::EFS::FileSystem.KmsKeyId',
  elasticache: 'AWS::ElastiCache::ReplicationGroup.KmsKeyId',
  'eventbridge-pipe': 'AWS::Pipes::Pipe.KmsKeyIdentifier',
  'eventbridge-rule': 'AWS::Events::EventBus.KmsKeyIdentifier',
  'eventbridge-scheduler': 'AWS::Scheduler::Schedule.KmsKeyArn',
  fsx: 'AWS::FSx::FileSystem.KmsKeyId',
  'glue-catalog': 'AWS::Glue::DataCatalogEncryptionSettings.DataCatalogEncryptionSettings',
  'glue-crawler': 'AWS::Glue::SecurityConfiguration.EncryptionConfiguration',
  'glue-etl': 'AWS::Glue::SecurityConfiguration.EncryptionConfiguration',
  'glue-streaming': 'AWS::Glue::SecurityConfiguration.EncryptionConfiguration',
  keyspaces: 'AWS::Cassandra::Table.EncryptionSpecification',
  lambda: 'AWS::Lambda::Function.KmsKeyArn',
  msk: 'AWS::MSK::Cluster.EncryptionInfo',
  opensearch: 'AWS::OpenSearchService::Domain.EncryptionAtRestOptions',
  'q-business': 'AWS::QBusiness::Application.EncryptionConfiguration',
  rds: 'AWS::RDS::DBInstance.KmsKeyId',
  redshift: 'AWS::Redshift::Cluster.KmsKeyId',
  'rekognition-video': 'AWS::Rekognition::StreamProcessor.KmsKeyId',
  'sm-endpoint': 'AWS::SageMaker::EndpointConfig.KmsKeyId',
  'sm-notebook': 'AWS::SageMaker::NotebookInstance.KmsKeyId',
  'step-functions': 'AWS::StepFunctions::StateMachine.EncryptionConfiguration',
  timestream: 'AWS::Timestream::Database.KmsKeyId',
};
