/**
 * ARNs by Terraform type, as the service authorization reference writes them; `*` is the resource's name
 * or id. Types without an entry get an ARN of no service, which no check of policies looks into.
 */
export const arnFormats: Readonly<Record<string, string>> = {
  aws_batch_job_definition: 'batch:job-definition/*:1',
  aws_batch_job_queue: 'batch:job-queue/*',
  aws_bedrock_guardrail: 'bedrock:guardrail/*',
  aws_bedrockagent_agent: 'bedrock:agent/*',
  aws_bedrockagent_knowledge_base: 'bedrock:knowledge-base/*',
  aws_cloudwatch_event_bus: 'events:event-bus/*',
  aws_cloudwatch_event_rule: 'events:rule/*',
  aws_cloudwatch_log_group: 'logs:log-group:*',
  aws_cloudwatch_metric_alarm: 'cloudwatch:alarm:*',
  aws_db_instance: 'rds:db:*',
  aws_dynamodb_table: 'dynamodb:table/*',
  aws_ecr_repository: 'ecr:repository/*',
  aws_ecs_cluster: 'ecs:cluster/*',
  aws_ecs_service: 'ecs:service/cluster/*',
  aws_ecs_task_definition: 'ecs:task-definition/*:1',
  aws_efs_access_point: 'elasticfilesystem:access-point/*',
  aws_efs_file_system: 'elasticfilesystem:file-system/*',
  aws_emr_cluster: 'elasticmapreduce:cluster/*',
  aws_emrserverless_application: 'emr-serverless:/applications/*',
  aws_glue_job: 'glue:job/*',
  aws_keyspaces_keyspace: 'cassandra:/keyspace/*/',
  aws_kinesis_firehose_delivery_stream: 'firehose:deliverystream/*',
  aws_kinesis_stream: 'kinesis:stream/*',
  aws_kinesis_video_stream: 'kinesisvideo:stream/*/1700000000000',
  aws_kinesisanalyticsv2_application: 'kinesisanalytics:application/*',
  aws_kms_key: 'kms:key/*',
  aws_lambda_function: 'lambda:function:*',
  aws_msk_cluster: 'kafka:cluster/*/01234567-89ab-cdef-0123-456789abcdef-1',
  aws_msk_serverless_cluster: 'kafka:cluster/*/01234567-89ab-cdef-0123-456789abcdef-s1',
  aws_opensearch_domain: 'es:domain/*',
  aws_opensearchserverless_collection: 'aoss:collection/*',
  aws_rds_cluster: 'rds:cluster:*',
  aws_sagemaker_endpoint: 'sagemaker:endpoint/*',
  aws_scheduler_schedule: 'scheduler:schedule/default/*',
  aws_secretsmanager_secret: 'secretsmanager:secret:*-AbCdEf',
  aws_sfn_state_machine: 'states:stateMachine:*',
  aws_sns_topic: 'sns:*',
  aws_sqs_queue: 'sqs:*',
};

/** ARNs that a resource has besides its own, by the end of the attribute's name. */
export const otherArnFormats: readonly (readonly [attribute: RegExp, format: string])[] = [
  [/secret_arn$/, 'secretsmanager:secret:*-AbCdEf'],
  [/^kms_key_arn$/, 'kms:key/*'],
];

/** The service of ARNs whose format is not listed. */
export const anyService = 'any-service';
