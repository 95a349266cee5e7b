import { fanOutConsumersAreFew } from './capacity/fan-out-consumers-are-few.ts';
import { functionConcurrencyWithinAccount } from './capacity/function-concurrency-within-account.ts';
import { noHotShard } from './capacity/no-hot-shard.ts';
import { onDemandPeakWithinDouble } from './capacity/on-demand-peak-within-double.ts';
import { pollingConsumersAreFew } from './capacity/polling-consumers-are-few.ts';
import { pollingConsumersShareThroughput } from './capacity/polling-consumers-share-throughput.ts';
import { recordFitsStream } from './capacity/record-fits-stream.ts';
import { retentionCoversOutages } from './capacity/retention-covers-outages.ts';
import { streamHasEnoughShards } from './capacity/stream-has-enough-shards.ts';
import { streamTakesPeakLoad } from './capacity/stream-takes-peak-load.ts';
import { edgeHasItsMediator } from './connections/edge-has-its-mediator.ts';
import { edgeIsNotDiscouraged } from './connections/edge-is-not-discouraged.ts';
import { edgeIsPossible } from './connections/edge-is-possible.ts';
import { edgeIsRuledOn } from './connections/edge-is-ruled-on.ts';
import { databaseIsPrivate } from './databases/database-is-private.ts';
import { databasesAreBackedUp } from './databases/databases-are-backed-up.ts';
import { engineHasTheVersion } from './databases/engine-has-the-version.ts';
import { engineRunsOnTheClass } from './databases/engine-runs-on-the-class.ts';
import { itemFitsTable } from './databases/item-fits-table.ts';
import { recoveryForExportsAndIntegrations } from './databases/recovery-for-exports-and-integrations.ts';
import { snapshotExportHasKey } from './databases/snapshot-export-has-key.ts';
import { tableStreamHasTwoReaders } from './databases/table-stream-has-two-readers.ts';
import type { Rule } from './define-rule.ts';
import { bufferFitsDestination } from './delivery/buffer-fits-destination.ts';
import { deliveryHasBackupBucket } from './delivery/delivery-has-backup-bucket.ts';
import { deliveryHasOneDestination } from './delivery/delivery-has-one-destination.ts';
import { deliveryHasOneSource } from './delivery/delivery-has-one-source.ts';
import { formatConversionHasSchema } from './delivery/format-conversion-has-schema.ts';
import { formatConversionWritesToS3 } from './delivery/format-conversion-writes-to-s3.ts';
import { largeBufferForConversionAndPartitioning } from './delivery/large-buffer-for-conversion-and-partitioning.ts';
import { noCompressionBesideConversion } from './delivery/no-compression-beside-conversion.ts';
import { noZeroBufferingWithPartitioning } from './delivery/no-zero-buffering-with-partitioning.ts';
import { partitionsAreFew } from './delivery/partitions-are-few.ts';
import { redshiftLoadUsesGzipOrNone } from './delivery/redshift-load-uses-gzip-or-none.ts';
import { transformFunctionEndsInTime } from './delivery/transform-function-ends-in-time.ts';
import { bothToolsHaveTheResource } from './lifecycle/both-tools-have-the-resource.ts';
import { serviceIsAvailable } from './lifecycle/service-is-available.ts';
import { failedBatchesAreKept } from './loss/failed-batches-are-kept.ts';
import { failuresGoToADeadLetterQueue } from './loss/failures-go-to-a-dead-letter-queue.ts';
import { throttledProducersRetry } from './loss/throttled-producers-retry.ts';
import { agentHasSomethingToUse } from './machine-learning/agent-has-something-to-use.ts';
import { customModelHasCapacity } from './machine-learning/custom-model-has-capacity.ts';
import { customizationHasTrainingData } from './machine-learning/customization-has-training-data.ts';
import { fileSystemChannelNeedsVpc } from './machine-learning/file-system-channel-needs-vpc.ts';
import { guardrailBlocksSomething } from './machine-learning/guardrail-blocks-something.ts';
import { knowledgeBaseHasASource } from './machine-learning/knowledge-base-has-a-source.ts';
import { peopleTalkThroughAGuardrail } from './machine-learning/people-talk-through-a-guardrail.ts';
import { realTimeEndpointKeepsAnInstance } from './machine-learning/real-time-endpoint-keeps-an-instance.ts';
import { realTimeEndpointServesRequests } from './machine-learning/real-time-endpoint-serves-requests.ts';
import { spotWaitCoversRunTime } from './machine-learning/spot-wait-covers-run-time.ts';
import { deadLetterQueueIsOfTheSameType } from './messaging/dead-letter-queue-is-of-the-same-type.ts';
import { fifoQueueSubscribesToFifoTopic } from './messaging/fifo-queue-subscribes-to-fifo-topic.ts';
import { fifoTopicFeedsQueuesOnly } from './messaging/fifo-topic-feeds-queues-only.ts';
import { httpApiIntegratesFewServices } from './messaging/http-api-integrates-few-services.ts';
import { messageFitsBroker } from './messaging/message-fits-broker.ts';
import { objectEventsDoNotOverlap } from './messaging/object-events-do-not-overlap.ts';
import { objectEventsGoToStandardQueues } from './messaging/object-events-go-to-standard-queues.ts';
import { pipeHasOneSourceAndTarget } from './messaging/pipe-has-one-source-and-target.ts';
import { queueBatchesArePossible } from './messaging/queue-batches-are-possible.ts';
import { ruleHasFewTargets } from './messaging/rule-has-few-targets.ts';
import { visibilityTimeoutCoversFunctionTimeout } from './messaging/visibility-timeout-covers-function-timeout.ts';
import { changeCaptureIsPrepared } from './migration/change-capture-is-prepared.ts';
import { differentEnginesAreConverted } from './migration/different-engines-are-converted.ts';
import { sameEnginesUseNativeTools } from './migration/same-engines-use-native-tools.ts';
import { callerIsInTheNetwork } from './network/caller-is-in-the-network.ts';
import { crossRegionDataIsIntended } from './network/cross-region-data-is-intended.ts';
import { drawnInVpcIsAttached } from './network/drawn-in-vpc-is-attached.ts';
import { firehoseReachesRedshift } from './network/firehose-reaches-redshift.ts';
import { onPremisesTrafficIsEncrypted } from './network/on-premises-traffic-is-encrypted.ts';
import { privateComputeReachesS3 } from './network/private-compute-reaches-s3.ts';
import { sameRegion } from './network/same-region.ts';
import { viewersUseHttps } from './network/viewers-use-https.ts';
import { logArchiveStreams } from './observability/log-archive-streams.ts';
import { logExportBucketHasNoDsse } from './observability/log-export-bucket-has-no-dsse.ts';
import { logGroupHasTwoSubscriptions } from './observability/log-group-has-two-subscriptions.ts';
import { logsDoNotFeedThemselves } from './observability/logs-do-not-feed-themselves.ts';
import { subscribedLogsAreStandard } from './observability/subscribed-logs-are-standard.ts';
import { chainedJobsHaveAnOrchestrator } from './processing/chained-jobs-have-an-orchestrator.ts';
import { expressWorkflowIsShort } from './processing/express-workflow-is-short.ts';
import { fargateJobsArePlain } from './processing/fargate-jobs-are-plain.ts';
import { fargateSizeExists } from './processing/fargate-size-exists.ts';
import { flinkHasCheckpoints } from './processing/flink-has-checkpoints.ts';
import { flinkParallelismWithinShards } from './processing/flink-parallelism-within-shards.ts';
import { glueVersionIsSupported } from './processing/glue-version-is-supported.ts';
import { jobHasTrigger } from './processing/job-has-trigger.ts';
import { playbackNeedsRetention } from './processing/playback-needs-retention.ts';
import { queriedTablesAreColumnar } from './processing/queried-tables-are-columnar.ts';
import { scheduleIsValid } from './processing/schedule-is-valid.ts';
import { statePayloadIsSmall } from './processing/state-payload-is-small.ts';
import { streamConsumerHasLeaseTable } from './processing/stream-consumer-has-lease-table.ts';
import { tasksRetryAndCatch } from './processing/tasks-retry-and-catch.ts';
import { videoConsumerHasCheckpoint } from './processing/video-consumer-has-checkpoint.ts';
import { videoStreamHasOneProducer } from './processing/video-stream-has-one-producer.ts';
import { edgePropertiesAreKnown } from './properties/edge-properties-are-known.ts';
import { edgePropertyValuesAreValid } from './properties/edge-property-values-are-valid.ts';
import { minimumWithinMaximum } from './properties/minimum-within-maximum.ts';
import { propertiesAreKnown } from './properties/properties-are-known.ts';
import { propertyValuesAreValid } from './properties/property-values-are-valid.ts';
import { requiredPropertiesAreSet } from './properties/required-properties-are-set.ts';
import { apiHasAuthorization } from './security/api-has-authorization.ts';
import { bucketKeyForBusyBuckets } from './security/bucket-key-for-busy-buckets.ts';
import { bucketRefusesPlainHttp } from './security/bucket-refuses-plain-http.ts';
import { customerKeyIsConnected } from './security/customer-key-is-connected.ts';
import { dataIsEncryptedAtRest } from './security/data-is-encrypted-at-rest.ts';
import { managedReadersHaveNoCustomerKey } from './security/managed-readers-have-no-customer-key.ts';
import { noAwsManagedKeyAcrossAccounts } from './security/no-aws-managed-key-across-accounts.ts';
import { noPublicBucket } from './security/no-public-bucket.ts';
import { queryEnginesReadWhatTheyCanDecrypt } from './security/query-engines-read-what-they-can-decrypt.ts';
import { analysisSuitsStandardOnly } from './storage/analysis-suits-standard-only.ts';
import { archiveTierDaysInRange } from './storage/archive-tier-days-in-range.ts';
import { archivedDataIsRestoredFirst } from './storage/archived-data-is-restored-first.ts';
import { fileSystemIsMounted } from './storage/file-system-is-mounted.ts';
import { infrequentAccessAfter30Days } from './storage/infrequent-access-after-30-days.ts';
import { lifecycleMovesAreSpaced } from './storage/lifecycle-moves-are-spaced.ts';
import { lifecycleMovesDown } from './storage/lifecycle-moves-down.ts';
import { lifecycleSkipsSmallObjects } from './storage/lifecycle-skips-small-objects.ts';
import { lustreCapacityExists } from './storage/lustre-capacity-exists.ts';
import { noEarlyExpiration } from './storage/no-early-expiration.ts';
import { noExpeditedFromDeepArchive } from './storage/no-expedited-from-deep-archive.ts';
import { noTieringOfSmallObjects } from './storage/no-tiering-of-small-objects.ts';
import { oldVersionsExpire } from './storage/old-versions-expire.ts';
import { oneZoneHoldsNoSoleCopy } from './storage/one-zone-holds-no-sole-copy.ts';
import { replicationHasVersioning } from './storage/replication-has-versioning.ts';
import { versioningAllowsRecovery } from './storage/versioning-allows-recovery.ts';
import { containersFormATree } from './structure/containers-form-a-tree.ts';
import { idsAreUnique } from './structure/ids-are-unique.ts';
import { noRunawayCycle } from './structure/no-runaway-cycle.ts';
import { noTriggerLoopOnPrefix } from './structure/no-trigger-loop-on-prefix.ts';
import { nodeIsConnected } from './structure/node-is-connected.ts';
import { processingHasSink } from './structure/processing-has-sink.ts';
import { referencesExist } from './structure/references-exist.ts';
import { scenarioValuesAreValid } from './structure/scenario-values-are-valid.ts';
import { serviceIsKnown } from './structure/service-is-known.ts';
import { streamHasConsumer } from './structure/stream-has-consumer.ts';
import { workloadValuesAreValid } from './structure/workload-values-are-valid.ts';

/** Every rule, in the order in which findings of equal weight at one place are shown. */
export const rules: readonly Rule[] = [
  noRunawayCycle,
  noTriggerLoopOnPrefix,
  nodeIsConnected,
  streamHasConsumer,
  processingHasSink,
  containersFormATree,
  idsAreUnique,
  referencesExist,
  serviceIsKnown,
  workloadValuesAreValid,
  scenarioValuesAreValid,
  edgePropertiesAreKnown,
  edgePropertyValuesAreValid,
  minimumWithinMaximum,
  propertiesAreKnown,
  propertyValuesAreValid,
  requiredPropertiesAreSet,
  edgeIsPossible,
  edgeHasItsMediator,
  edgeIsNotDiscouraged,
  edgeIsRuledOn,
  serviceIsAvailable,
  bothToolsHaveTheResource,
  pollingConsumersShareThroughput,
  fanOutConsumersAreFew,
  pollingConsumersAreFew,
  streamHasEnoughShards,
  noHotShard,
  streamTakesPeakLoad,
  onDemandPeakWithinDouble,
  retentionCoversOutages,
  recordFitsStream,
  functionConcurrencyWithinAccount,
  failedBatchesAreKept,
  failuresGoToADeadLetterQueue,
  throttledProducersRetry,
  deliveryHasBackupBucket,
  deliveryHasOneDestination,
  redshiftLoadUsesGzipOrNone,
  formatConversionHasSchema,
  formatConversionWritesToS3,
  noCompressionBesideConversion,
  transformFunctionEndsInTime,
  partitionsAreFew,
  bufferFitsDestination,
  deliveryHasOneSource,
  largeBufferForConversionAndPartitioning,
  noZeroBufferingWithPartitioning,
  archivedDataIsRestoredFirst,
  noExpeditedFromDeepArchive,
  lifecycleMovesDown,
  infrequentAccessAfter30Days,
  lifecycleMovesAreSpaced,
  noEarlyExpiration,
  lifecycleSkipsSmallObjects,
  noTieringOfSmallObjects,
  archiveTierDaysInRange,
  oneZoneHoldsNoSoleCopy,
  versioningAllowsRecovery,
  oldVersionsExpire,
  replicationHasVersioning,
  fileSystemIsMounted,
  analysisSuitsStandardOnly,
  lustreCapacityExists,
  noPublicBucket,
  dataIsEncryptedAtRest,
  customerKeyIsConnected,
  noAwsManagedKeyAcrossAccounts,
  managedReadersHaveNoCustomerKey,
  queryEnginesReadWhatTheyCanDecrypt,
  bucketRefusesPlainHttp,
  bucketKeyForBusyBuckets,
  apiHasAuthorization,
  firehoseReachesRedshift,
  sameRegion,
  viewersUseHttps,
  crossRegionDataIsIntended,
  callerIsInTheNetwork,
  drawnInVpcIsAttached,
  privateComputeReachesS3,
  onPremisesTrafficIsEncrypted,
  differentEnginesAreConverted,
  sameEnginesUseNativeTools,
  changeCaptureIsPrepared,
  videoStreamHasOneProducer,
  flinkHasCheckpoints,
  flinkParallelismWithinShards,
  playbackNeedsRetention,
  videoConsumerHasCheckpoint,
  fargateJobsArePlain,
  expressWorkflowIsShort,
  tasksRetryAndCatch,
  statePayloadIsSmall,
  jobHasTrigger,
  glueVersionIsSupported,
  queriedTablesAreColumnar,
  chainedJobsHaveAnOrchestrator,
  fargateSizeExists,
  scheduleIsValid,
  streamConsumerHasLeaseTable,
  recoveryForExportsAndIntegrations,
  tableStreamHasTwoReaders,
  itemFitsTable,
  snapshotExportHasKey,
  databaseIsPrivate,
  databasesAreBackedUp,
  engineHasTheVersion,
  engineRunsOnTheClass,
  realTimeEndpointServesRequests,
  fileSystemChannelNeedsVpc,
  knowledgeBaseHasASource,
  customModelHasCapacity,
  peopleTalkThroughAGuardrail,
  agentHasSomethingToUse,
  customizationHasTrainingData,
  guardrailBlocksSomething,
  realTimeEndpointKeepsAnInstance,
  spotWaitCoversRunTime,
  fifoTopicFeedsQueuesOnly,
  objectEventsGoToStandardQueues,
  visibilityTimeoutCoversFunctionTimeout,
  httpApiIntegratesFewServices,
  ruleHasFewTargets,
  fifoQueueSubscribesToFifoTopic,
  deadLetterQueueIsOfTheSameType,
  messageFitsBroker,
  objectEventsDoNotOverlap,
  pipeHasOneSourceAndTarget,
  queueBatchesArePossible,
  logsDoNotFeedThemselves,
  logArchiveStreams,
  subscribedLogsAreStandard,
  logExportBucketHasNoDsse,
  logGroupHasTwoSubscriptions,
];
