import type { Properties } from '../../graph/design.ts';
import { getEdgeProperties } from '../edge-properties.ts';
import { mediatorDefaults } from '../mediator-defaults.ts';
import type { MediatorPlan, PlannedEdge, PlannedNode } from './mediator-plan.ts';
import { planExtras } from './plan-extras.ts';
import { getLandingBucket, getStagingBucket, needsStaging } from './bucket-roles.ts';

/**
 * Nodes and edges that connect a source service with a target service through a chain, with the defaults
 * of the catalogue and what the chain needs beside it (backup bucket, checkpoint table, crawler).
 */
export function planMediators(source: string, target: string, chain: readonly string[]): MediatorPlan {
  const nodes = chain.map((service, index): PlannedNode => {
    const next = chain[index + 1] ?? target;
    const previous = chain[index - 1] ?? source;
    return { key: `mediator-${index}`, ...buildMediator(service, previous, next, chain) };
  });
  const stops = ['source', ...nodes.map((node) => node.key), 'target'];
  const services = [source, ...chain, target];
  const edges = stops.slice(1).map((stop, index): PlannedEdge => {
    const from = stops[index] ?? '';
    const isReversed = isPulledByFunction(services, index);
    return {
      source: isReversed ? stop : from,
      target: isReversed ? from : stop,
      properties: getHopProperties(services, index),
      ...(isModelArtifact(services, index) && { kind: 'configuration' }),
    };
  });
  const extras = nodes.flatMap((_, index) => planExtras({ services, stops, position: index + 1 }));
  return {
    nodes: [...nodes, ...extras.flatMap((extra) => extra.nodes)],
    edges: [...edges, ...extras.flatMap((extra) => extra.edges)],
  };
}

/**
 * A federated query runs against the arrow: Athena calls the connector function, which reads the store. A
 * function that asks an RDS database is drawn the same way, for the database calls nobody (MI-11).
 */
function isPulledByFunction(services: readonly string[], hop: number): boolean {
  const [from, to, after] = services.slice(hop, hop + 3);
  if (to === 'lambda' && hop === 0) return after === 'athena' || from === 'rds';
  return from === 'lambda' && to === 'athena' && hop === 1;
}

/** A trained model reaches its endpoint as an archive in a bucket, not as data. */
const isModelArtifact = (services: readonly string[], hop: number): boolean =>
  services[0] === 'sm-training' && services[hop] === 's3' && services[hop + 1] === 'sm-endpoint';

function buildMediator(
  service: string,
  previous: string,
  next: string,
  chain: readonly string[],
): Omit<PlannedNode, 'key'> {
  const base = { ...mediatorDefaults.get(service)?.properties };
  if (service === 's3' && (previous === 'rds' || previous === 'aurora')) {
    return getLandingBucket({ ...base, encryption: 'SSE_KMS' });
  }
  if (service === 's3') return needsStaging(next) ? getStagingBucket(base) : getLandingBucket(base);
  if (service === 'firehose') return { service, properties: { ...base, ...getDeliveryFormat(chain) } };
  if (service === 'ecs-fargate' && previous === 'kvs') {
    return { service, name: 'Video consumer', properties: { ...base, cpu: '2048', memory: 4096 } };
  }
  // Kafka clusters have addresses in a VPC only.
  if (service === 'msf' && (previous === 'msk' || next === 'msk')) {
    return { service, properties: { ...base, networkAccess: 'VPC' } };
  }
  if (service === 'glue-catalog' && chain.includes('firehose')) {
    return { service, properties: { ...base, tableName: 'events' } };
  }
  return { service, properties: base };
}

/** Parquet by the catalogue's own table when there is one on the chain. */
function getDeliveryFormat(chain: readonly string[]): Properties {
  return chain.includes('glue-catalog') ? { dataFormatConversion: 'PARQUET', bufferSizeMBs: 64 } : {};
}

/** Prefix of a staging bucket between two services: below `staging/` when both its edges have a prefix. */
function getStagingPrefix(previous: string, next: string): string {
  const hasPrefix = (source: string, target: string): boolean =>
    getEdgeProperties(source, target).some((property) => property.name === 'prefix');
  return hasPrefix(previous, 's3') && hasPrefix('s3', next) ? 'staging/' : '';
}

/** Both edges of a staging bucket share its prefix, so that the permissions of writer and loader meet. */
function getHopProperties(services: readonly string[], index: number): Properties {
  const bucket = [index, index + 1].find((step) => step > 0 && services[step] === 's3');
  const next = bucket === undefined ? undefined : services[bucket + 1];
  if (bucket === undefined || next === undefined || !needsStaging(next)) return {};
  const prefix = getStagingPrefix(services[bucket - 1] ?? '', next);
  return prefix === '' ? {} : { prefix };
}
