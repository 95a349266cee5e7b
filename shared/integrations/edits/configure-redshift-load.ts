import type { Design, Properties } from '../../graph/design.ts';
import { findNode } from '../../graph/queries.ts';

/** The COPY that Firehose issues after each batch, where the designer has not decided otherwise. */
const copyDefaults: Properties = {
  copyTableName: 'public.events',
  copyOptions: "JSON 'auto' TIMEFORMAT 'auto'",
};

/** Compressions that COPY reads from Firehose. */
const copyable: ReadonlySet<unknown> = new Set(['UNCOMPRESSED', 'GZIP', undefined]);

/**
 * For a path that ends firehose → s3 → redshift: turns the loading on, writes the COPY configuration into
 * the delivery stream where it has none, and changes a compression that COPY cannot read to GZIP. A
 * provisioned cluster gets the endpoint that Firehose needs (its addresses alone are let in), unless the
 * designer has decided about it.
 */
export function configureRedshiftLoad(draft: Design, path: readonly string[]): void {
  const nodes = path.flatMap((id) => findNode(draft, id) ?? []);
  const [stream, bucket, warehouse] = nodes.slice(-3);
  if (stream?.service !== 'firehose' || bucket?.service !== 's3' || warehouse?.service !== 'redshift') return;
  stream.properties = { ...copyDefaults, ...stream.properties, redshiftLoad: true };
  if (!copyable.has(stream.properties.compressionFormat)) stream.properties.compressionFormat = 'GZIP';
  if (warehouse.properties.deployment === 'SERVERLESS') return;
  warehouse.properties = { publiclyAccessible: true, ...warehouse.properties };
}
