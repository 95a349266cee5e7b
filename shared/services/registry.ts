import type { ServiceDefinition } from './define-service.ts';
import { apiGateway } from './api-gateway/index.ts';
import { athena } from './athena/index.ts';
import { aurora } from './aurora/index.ts';
import { batch } from './batch/index.ts';
import { bedrockAgent } from './bedrock-agent/index.ts';
import { bedrockCustom } from './bedrock-custom/index.ts';
import { bedrockGuardrail } from './bedrock-guardrail/index.ts';
import { bedrockKb } from './bedrock-kb/index.ts';
import { bedrockModel } from './bedrock-model/index.ts';
import { camera } from './camera/index.ts';
import { cloudfront } from './cloudfront/index.ts';
import { cloudtrail } from './cloudtrail/index.ts';
import { cwAlarm } from './cw-alarm/index.ts';
import { cwLogs } from './cw-logs/index.ts';
import { cwMetrics } from './cw-metrics/index.ts';
import { dataPipeline } from './data-pipeline/index.ts';
import { databrew } from './databrew/index.ts';
import { datadog } from './datadog/index.ts';
import { datasync } from './datasync/index.ts';
import { directConnect } from './direct-connect/index.ts';
import { dms } from './dms/index.ts';
import { dynamodb } from './dynamodb/index.ts';
import { ec2 } from './ec2/index.ts';
import { ecsFargate } from './ecs-fargate/index.ts';
import { efs } from './efs/index.ts';
import { elasticache } from './elasticache/index.ts';
import { emr } from './emr/index.ts';
import { eventbridgePipe } from './eventbridge-pipe/index.ts';
import { eventbridgeRule } from './eventbridge-rule/index.ts';
import { eventbridgeScheduler } from './eventbridge-scheduler/index.ts';
import { externalSystem } from './external-system/index.ts';
import { firehose } from './firehose/index.ts';
import { fsx } from './fsx/index.ts';
import { genericAws } from './generic-aws/index.ts';
import { glueCatalog } from './glue-catalog/index.ts';
import { glueCrawler } from './glue-crawler/index.ts';
import { glueEtl } from './glue-etl/index.ts';
import { glueStreaming } from './glue-streaming/index.ts';
import { iotCore } from './iot-core/index.ts';
import { kdaSql } from './kda-sql/index.ts';
import { kds } from './kds/index.ts';
import { keyspaces } from './keyspaces/index.ts';
import { kinesisAgent } from './kinesis-agent/index.ts';
import { kms } from './kms/index.ts';
import { kvs } from './kvs/index.ts';
import { lambda } from './lambda/index.ts';
import { mongodb } from './mongodb/index.ts';
import { mqttDevice } from './mqtt-device/index.ts';
import { msf } from './msf/index.ts';
import { msk } from './msk/index.ts';
import { onpremDb } from './onprem-db/index.ts';
import { onpremFiles } from './onprem-files/index.ts';
import { opensearch } from './opensearch/index.ts';
import { outposts } from './outposts/index.ts';
import { producerKpl } from './producer-kpl/index.ts';
import { producerSdk } from './producer-sdk/index.ts';
import { qBusiness } from './q-business/index.ts';
import { quicksight } from './quicksight/index.ts';
import { rds } from './rds/index.ts';
import { redshift } from './redshift/index.ts';
import { redshiftSpectrum } from './redshift-spectrum/index.ts';
import { rekognitionVideo } from './rekognition-video/index.ts';
import { s3 } from './s3/index.ts';
import { smEndpoint } from './sm-endpoint/index.ts';
import { smNotebook } from './sm-notebook/index.ts';
import { smProcessing } from './sm-processing/index.ts';
import { smTraining } from './sm-training/index.ts';
import { smTransform } from './sm-transform/index.ts';
import { sns } from './sns/index.ts';
import { splunk } from './splunk/index.ts';
import { sqs } from './sqs/index.ts';
import { stepFunctions } from './step-functions/index.ts';
import { storageGateway } from './storage-gateway/index.ts';
import { thirdPartyHttp } from './third-party-http/index.ts';
import { timestream } from './timestream/index.ts';
import { userApp } from './user-app/index.ts';
import { vpceS3 } from './vpce-s3/index.ts';

/** Every service of the catalogue, by id. One line per folder; test/structure compares them. */
export const services = [
  apiGateway,
  athena,
  aurora,
  batch,
  bedrockAgent,
  bedrockCustom,
  bedrockGuardrail,
  bedrockKb,
  bedrockModel,
  camera,
  cloudfront,
  cloudtrail,
  cwAlarm,
  cwLogs,
  cwMetrics,
  dataPipeline,
  databrew,
  datadog,
  datasync,
  directConnect,
  dms,
  dynamodb,
  ec2,
  ecsFargate,
  efs,
  elasticache,
  emr,
  eventbridgePipe,
  eventbridgeRule,
  eventbridgeScheduler,
  externalSystem,
  firehose,
  fsx,
  genericAws,
  glueCatalog,
  glueCrawler,
  glueEtl,
  glueStreaming,
  iotCore,
  kdaSql,
  kds,
  keyspaces,
  kinesisAgent,
  kms,
  kvs,
  lambda,
  mongodb,
  mqttDevice,
  msf,
  msk,
  onpremDb,
  onpremFiles,
  opensearch,
  outposts,
  producerKpl,
  producerSdk,
  qBusiness,
  quicksight,
  rds,
  redshift,
  redshiftSpectrum,
  rekognitionVideo,
  s3,
  smEndpoint,
  smNotebook,
  smProcessing,
  smTraining,
  smTransform,
  sns,
  splunk,
  sqs,
  stepFunctions,
  storageGateway,
  thirdPartyHttp,
  timestream,
  userApp,
  vpceS3,
] as const satisfies readonly ServiceDefinition[];

/** Id of a service in the catalogue. */
export type ServiceId = (typeof services)[number]['id'];

const byId: ReadonlyMap<string, ServiceDefinition> = new Map(
  services.map((service) => [service.id, service]),
);

/** The service with this id, or undefined when the catalogue has none. */
export function findService(id: string): ServiceDefinition | undefined {
  return byId.get(id);
}

/**
 * The service with this id.
 * @throws Error when the catalogue has none; check ids from files with `findService` first.
 */
export function getService(id: string): ServiceDefinition {
  const service = byId.get(id);
  if (!service) throw new Error(`The catalogue has no service "${id}".`);
  return service;
}
