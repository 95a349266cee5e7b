import type { EdgeKind } from '../graph/design.ts';
import { artifactReferences } from './artifact-references.ts';
import type { PairRule } from './integration.ts';
import { apiGatewayPairs } from './pairs/api-gateway.ts';
import { athenaPairs } from './pairs/athena.ts';
import { auroraPairs } from './pairs/aurora.ts';
import { batchPairs } from './pairs/batch.ts';
import { bedrockAgentPairs } from './pairs/bedrock-agent.ts';
import { bedrockCustomPairs } from './pairs/bedrock-custom.ts';
import { bedrockGuardrailPairs } from './pairs/bedrock-guardrail.ts';
import { bedrockKbPairs } from './pairs/bedrock-kb.ts';
import { bedrockModelPairs } from './pairs/bedrock-model.ts';
import { cameraPairs } from './pairs/camera.ts';
import { cloudfrontPairs } from './pairs/cloudfront.ts';
import { cloudtrailPairs } from './pairs/cloudtrail.ts';
import { cwAlarmPairs } from './pairs/cw-alarm.ts';
import { cwLogsPairs } from './pairs/cw-logs.ts';
import { cwMetricsPairs } from './pairs/cw-metrics.ts';
import { dataPipelinePairs } from './pairs/data-pipeline.ts';
import { databrewPairs } from './pairs/databrew.ts';
import { datadogPairs } from './pairs/datadog.ts';
import { datasyncPairs } from './pairs/datasync.ts';
import { directConnectPairs } from './pairs/direct-connect.ts';
import { dmsPairs } from './pairs/dms.ts';
import { dynamodbPairs } from './pairs/dynamodb.ts';
import { ec2Pairs } from './pairs/ec2.ts';
import { ecsFargatePairs } from './pairs/ecs-fargate.ts';
import { efsPairs } from './pairs/efs.ts';
import { elasticachePairs } from './pairs/elasticache.ts';
import { emrPairs } from './pairs/emr.ts';
import { eventbridgePipePairs } from './pairs/eventbridge-pipe.ts';
import { eventbridgeRulePairs } from './pairs/eventbridge-rule.ts';
import { eventbridgeSchedulerPairs } from './pairs/eventbridge-scheduler.ts';
import { firehosePairs } from './pairs/firehose.ts';
import { fsxPairs } from './pairs/fsx.ts';
import { glueCatalogPairs } from './pairs/glue-catalog.ts';
import { glueCrawlerPairs } from './pairs/glue-crawler.ts';
import { glueEtlPairs } from './pairs/glue-etl.ts';
import { glueStreamingPairs } from './pairs/glue-streaming.ts';
import { iotCorePairs } from './pairs/iot-core.ts';
import { kdaSqlPairs } from './pairs/kda-sql.ts';
import { kdsPairs } from './pairs/kds.ts';
import { keyspacesPairs } from './pairs/keyspaces.ts';
import { kinesisAgentPairs } from './pairs/kinesis-agent.ts';
import { kmsPairs } from './pairs/kms.ts';
import { kvsPairs } from './pairs/kvs.ts';
import { lambdaPairs } from './pairs/lambda.ts';
import { mongodbPairs } from './pairs/mongodb.ts';
import { mqttDevicePairs } from './pairs/mqtt-device.ts';
import { msfPairs } from './pairs/msf.ts';
import { mskPairs } from './pairs/msk.ts';
import { onpremDbPairs } from './pairs/onprem-db.ts';
import { onpremFilesPairs } from './pairs/onprem-files.ts';
import { opensearchPairs } from './pairs/opensearch.ts';
import { outpostsPairs } from './pairs/outposts.ts';
import { producerKplPairs } from './pairs/producer-kpl.ts';
import { producerSdkPairs } from './pairs/producer-sdk.ts';
import { qBusinessPairs } from './pairs/q-business.ts';
import { quicksightPairs } from './pairs/quicksight.ts';
import { rdsPairs } from './pairs/rds.ts';
import { redshiftPairs } from './pairs/redshift.ts';
import { redshiftSpectrumPairs } from './pairs/redshift-spectrum.ts';
import { rekognitionVideoPairs } from './pairs/rekognition-video.ts';
import { s3Pairs } from './pairs/s3.ts';
import { smEndpointPairs } from './pairs/sm-endpoint.ts';
import { smNotebookPairs } from './pairs/sm-notebook.ts';
import { smProcessingPairs } from './pairs/sm-processing.ts';
import { smTrainingPairs } from './pairs/sm-training.ts';
import { smTransformPairs } from './pairs/sm-transform.ts';
import { snsPairs } from './pairs/sns.ts';
import { splunkPairs } from './pairs/splunk.ts';
import { sqsPairs } from './pairs/sqs.ts';
import { stepFunctionsPairs } from './pairs/step-functions.ts';
import { storageGatewayPairs } from './pairs/storage-gateway.ts';
import { thirdPartyHttpPairs } from './pairs/third-party-http.ts';
import { timestreamPairs } from './pairs/timestream.ts';
import { userAppPairs } from './pairs/user-app.ts';
import { vpceS3Pairs } from './pairs/vpce-s3.ts';

/** Every ruled pair of the integration book, by source kind in the order of `kinds`. */
export const pairRules: readonly PairRule[] = [
  ...s3Pairs,
  ...kdsPairs,
  ...firehosePairs,
  ...msfPairs,
  ...kdaSqlPairs,
  ...kvsPairs,
  ...glueCatalogPairs,
  ...glueCrawlerPairs,
  ...glueEtlPairs,
  ...glueStreamingPairs,
  ...databrewPairs,
  ...dataPipelinePairs,
  ...dmsPairs,
  ...datasyncPairs,
  ...batchPairs,
  ...stepFunctionsPairs,
  ...smEndpointPairs,
  ...smTrainingPairs,
  ...smTransformPairs,
  ...smProcessingPairs,
  ...smNotebookPairs,
  ...bedrockModelPairs,
  ...bedrockKbPairs,
  ...bedrockAgentPairs,
  ...bedrockGuardrailPairs,
  ...bedrockCustomPairs,
  ...lambdaPairs,
  ...dynamodbPairs,
  ...redshiftPairs,
  ...redshiftSpectrumPairs,
  ...rdsPairs,
  ...auroraPairs,
  ...opensearchPairs,
  ...elasticachePairs,
  ...emrPairs,
  ...athenaPairs,
  ...sqsPairs,
  ...snsPairs,
  ...eventbridgeRulePairs,
  ...eventbridgePipePairs,
  ...eventbridgeSchedulerPairs,
  ...iotCorePairs,
  ...apiGatewayPairs,
  ...cwLogsPairs,
  ...cwMetricsPairs,
  ...cwAlarmPairs,
  ...cloudtrailPairs,
  ...kmsPairs,
  ...rekognitionVideoPairs,
  ...ec2Pairs,
  ...ecsFargatePairs,
  ...efsPairs,
  ...fsxPairs,
  ...mskPairs,
  ...timestreamPairs,
  ...keyspacesPairs,
  ...cloudfrontPairs,
  ...directConnectPairs,
  ...vpceS3Pairs,
  ...outpostsPairs,
  ...storageGatewayPairs,
  ...onpremDbPairs,
  ...onpremFilesPairs,
  ...producerSdkPairs,
  ...producerKplPairs,
  ...kinesisAgentPairs,
  ...mqttDevicePairs,
  ...cameraPairs,
  ...thirdPartyHttpPairs,
  ...splunkPairs,
  ...mongodbPairs,
  ...datadogPairs,
  ...qBusinessPairs,
  ...quicksightPairs,
  ...userAppPairs,
];

const byPair: ReadonlyMap<string, PairRule> = new Map(
  pairRules.map((rule) => [`${rule.source} ${rule.target}`, rule]),
);

const referencesByPair: ReadonlyMap<string, PairRule> = new Map(
  artifactReferences.map((rule) => [`${rule.source} ${rule.target}`, rule]),
);

/**
 * The book's row for the ordered pair, or undefined when no row rules on it. An edge that the designer made
 * a configuration edge may be ruled on by a row of its own: an artifact is referred to, no data flows.
 */
export function findPairRule(source: string, target: string, kind?: EdgeKind): PairRule | undefined {
  const key = `${source} ${target}`;
  return (kind === 'configuration' ? referencesByPair.get(key) : undefined) ?? byPair.get(key);
}

/** Chains of service ids to put between the two, best first; empty when the row names none. */
export function getMediatorChains(source: string, target: string): readonly (readonly string[])[] {
  return findPairRule(source, target)?.via ?? [];
}
