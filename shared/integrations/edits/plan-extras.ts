import { mediatorDefaults } from '../mediator-defaults.ts';
import type { MediatorPlan, PlannedEdge, PlannedNode } from './mediator-plan.ts';

/** A mediator on its chain. */
interface Place {
  /** Service ids from source to target. */
  services: readonly string[];
  /** Keys from source to target. */
  stops: readonly string[];
  /** Of the mediator in `services` and `stops`. */
  position: number;
}

/** What a mediator needs beside the chain: usually nothing. */
export function planExtras(place: Place): MediatorPlan[] {
  return [planBackupBucket, planCheckpointTable, planCrawler, planExportKey, planSchema].flatMap(
    (plan) => plan(place) ?? [],
  );
}

const getKey = ({ stops, position }: Place): string => stops[position] ?? '';
const getService = ({ services, position }: Place): string | undefined => services[position];
const getPrevious = ({ services, position }: Place): string | undefined => services[position - 1];

/** One more node beside a mediator, and its edges. */
function beside(
  place: Place,
  node: Omit<PlannedNode, 'beside' | 'properties'>,
  edges: readonly Omit<PlannedEdge, 'properties'>[],
  properties: PlannedEdge['properties'] = {},
): MediatorPlan {
  const defaults = mediatorDefaults.get(node.service)?.properties;
  return {
    nodes: [{ ...node, properties: { ...defaults }, beside: getKey(place) }],
    edges: edges.map((edge) => ({ ...edge, properties })),
  };
}

/** MI-05 */
function planBackupBucket(place: Place): MediatorPlan | undefined {
  if (getService(place) !== 'firehose' || place.services[place.position + 1] === 's3') return undefined;
  const key = `${getKey(place)}-backup`;
  const node = { key, service: 's3', name: 'Backup bucket' };
  return beside(place, node, [{ source: getKey(place), target: key }], { prefix: 'backup/' });
}

/** MI-06 */
function planCheckpointTable(place: Place): MediatorPlan | undefined {
  if (getService(place) !== 'ecs-fargate' || getPrevious(place) !== 'kvs') return undefined;
  const key = `${getKey(place)}-checkpoint`;
  const node = { key, service: 'dynamodb', name: 'Checkpoint table' };
  return beside(place, node, [{ source: getKey(place), target: key }]);
}

const findStream = ({ services }: Place): number => services.indexOf('firehose');

/** MI-08; a delivery stream of the chain itself writes a table that is known. */
function planCrawler(place: Place): MediatorPlan | undefined {
  if (getService(place) !== 'glue-catalog' || getPrevious(place) !== 's3') return undefined;
  if (findStream(place) > 0) return undefined;
  const key = `${getKey(place)}-crawler`;
  return beside(place, { key, service: 'glue-crawler' }, [
    { source: place.stops[place.position - 1] ?? '', target: key },
    { source: key, target: getKey(place) },
  ]);
}

/** MI-12 */
function planExportKey(place: Place): MediatorPlan | undefined {
  const previous = getPrevious(place);
  if (getService(place) !== 's3' || (previous !== 'rds' && previous !== 'aurora')) return undefined;
  const key = `${getKey(place)}-key`;
  return beside(place, { key, service: 'kms', name: 'Export key' }, [{ source: key, target: getKey(place) }]);
}

/** A converting stream takes its schema from the table that the engines behind it read. */
function planSchema(place: Place): MediatorPlan | undefined {
  const stream = findStream(place);
  if (getService(place) !== 'glue-catalog' || stream < 1) return undefined;
  return {
    nodes: [],
    edges: [{ source: getKey(place), target: place.stops[stream] ?? '', properties: {} }],
  };
}
