import type { EdgeView, NodeView } from '../view/design-view.ts';

/** Services Firehose delivers to besides S3, which then holds the backup. */
const otherDestinations = new Set([
  'opensearch',
  'splunk',
  'datadog',
  'mongodb',
  'third-party-http',
  'redshift',
]);

/** Buckets the stream writes to: its destination, its staging bucket or its backup. */
export function getBuckets(stream: NodeView): EdgeView[] {
  return stream.outgoing.filter((edge) => edge.target.service === 's3');
}

/** Destinations other than S3. */
export function getOtherDestinations(stream: NodeView): EdgeView[] {
  return stream.outgoing.filter((edge) => otherDestinations.has(edge.target.service));
}

/** Whether the stream loads a warehouse from its bucket with COPY. */
export function loadsWarehouse(stream: NodeView): boolean {
  return (
    stream.config.flag('redshiftLoad') &&
    getBuckets(stream).some((edge) => edge.target.outgoing.some((next) => next.target.service === 'redshift'))
  );
}

/** Whether records are converted to Parquet or ORC. */
export function convertsFormat(stream: NodeView): boolean {
  return stream.config.text('dataFormatConversion') !== 'OFF';
}

/** Functions the stream calls to transform records. */
export function getTransforms(stream: NodeView): EdgeView[] {
  return stream.outgoing.filter((edge) => edge.target.service === 'lambda');
}
