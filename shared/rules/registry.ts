import { fanOutConsumersAreFew } from './capacity/fan-out-consumers-are-few.ts';
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
import { edgePropertiesAreKnown } from './properties/edge-properties-are-known.ts';
import { edgePropertyValuesAreValid } from './properties/edge-property-values-are-valid.ts';
import { propertiesAreKnown } from './properties/properties-are-known.ts';
import { propertyValuesAreValid } from './properties/property-values-are-valid.ts';
import { requiredPropertiesAreSet } from './properties/required-properties-are-set.ts';
import { containersFormATree } from './structure/containers-form-a-tree.ts';
import { idsAreUnique } from './structure/ids-are-unique.ts';
import { referencesExist } from './structure/references-exist.ts';
import { serviceIsKnown } from './structure/service-is-known.ts';
import { workloadValuesAreValid } from './structure/workload-values-are-valid.ts';

/** Every rule, in the order in which findings of equal weight at one place are shown. */
export const rules: readonly Rule[] = [
  containersFormATree,
  idsAreUnique,
  referencesExist,
  serviceIsKnown,
  workloadValuesAreValid,
  edgePropertiesAreKnown,
  edgePropertyValuesAreValid,
  propertiesAreKnown,
  propertyValuesAreValid,
  requiredPropertiesAreSet,
  edgeIsPossible,
  edgeHasItsMediator,
  edgeIsNotDiscouraged,
  edgeIsRuledOn,
  pollingConsumersShareThroughput,
  fanOutConsumersAreFew,
  pollingConsumersAreFew,
  streamHasEnoughShards,
  noHotShard,
  streamTakesPeakLoad,
  onDemandPeakWithinDouble,
  retentionCoversOutages,
  recordFitsStream,
  deliveryHasBackupBucket,
  deliveryHasOneDestination,
  redshiftLoadUsesGzipOrNone,
  formatConversionHasSchema,
  formatConversionWritesToS3,
  noCompressionBesideConversion,
  partitionsAreFew,
  bufferFitsDestination,
  deliveryHasOneSource,
  largeBufferForConversionAndPartitioning,
  noZeroBufferingWithPartitioning,
];
