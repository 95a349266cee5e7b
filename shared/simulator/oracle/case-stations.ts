import type { Service, StationSpec } from '../kernel/station.ts';
import { findList, getFields, getNumber, getText, type OracleNode, OracleError } from './oracle-case.ts';
import { buildServiceTime, getNodeServiceTime } from './service.ts';

/** Stations of one node and how its neighbours attach. */
export interface CaseStations {
  stations: StationSpec[];
  /** Where edges into the node end: several when the node copies to readers of its own. */
  entries: string[];
  /** Where edges out of the node start. */
  exits: string[];
}

/** Translates one node that is neither a source nor handled by its neighbour. Throws OracleError. */
export function buildStations(node: OracleNode): CaseStations {
  switch (node.kind) {
    case 'kinesisShard':
      return buildShardReaders(node);
    case 'sharedBandwidth':
      if (findList(node, 'transfers') !== undefined) {
        return buildTransfers(node);
      }
      return one(node, { service: { kind: 'sharing', label: 'bandwidth', time: getNodeServiceTime(node) } });
    default:
      return one(node, buildStage(node));
  }
}

function one(node: OracleNode, stage: Partial<StationSpec>): CaseStations {
  return { stations: [build(node.id, node, stage)], entries: [node.id], exits: [node.id] };
}

function build(id: string, node: OracleNode, stage: Partial<StationSpec>): StationSpec {
  return { ...stage, id, owner: node.id, label: node.kind };
}

function buildStage(node: OracleNode): Partial<StationSpec> {
  switch (node.kind) {
    case 'sink':
    case 'fork':
    case 'kinesisStream':
    case 'join':
      return {};
    case 'server':
      return buildServer(node);
    case 'concurrencyLimiter':
      return {
        service: {
          kind: 'servers',
          label: 'concurrency',
          servers: getNumber(node, 'limit'),
          time: getNodeServiceTime(node),
          whenBusy: 'reject',
        },
      };
    case 'infiniteServer':
      return { service: { kind: 'unlimited', time: getNodeServiceTime(node) } };
    case 'fluidQueue':
      return buildFluidQueue(node);
    case 'rateLatency':
      return { service: rate(getNumber(node, 'rate')), delaySeconds: getNumber(node, 'latency') };
    case 'tokenBucket':
      return buildTokenBucket(node);
    case 'batcher':
      return buildBatcher(node);
    case 'firehose':
      return {
        batch: {
          label: 'buffer',
          maxRecords: getNumber(node, 'bufferMB'),
          maxSeconds: getNumber(node, 'bufferSeconds'),
          scope: 'station',
          timer: 'first-record',
        },
      };
    case 'bulkServer':
      return {
        service: {
          kind: 'servers',
          label: 'bulk',
          servers: getNumber(node, 'servers', 1),
          time: getNodeServiceTime(node),
          batchRecords: getNumber(node, 'maxBatch'),
          minBatchRecords: getNumber(node, 'minBatch', 1),
        },
      };
    case 'parallelAll':
      return { service: buildParallel(node) };
    case 'mapState':
      return {
        service: {
          kind: 'map',
          label: 'map',
          items: getNumber(node, 'items'),
          concurrency: getNumber(node, 'concurrency', 0) || getNumber(node, 'items'),
          time: getNodeServiceTime(node),
        },
      };
    case 'scalingPool':
      return buildScalingPool(node);
    case 'streamPoller':
      return buildPoller(node);
    case 'retryingTask':
      return buildRetryingTask(node);
    case 'periodicBatch':
      return {
        job: {
          label: 'job',
          periodSeconds: getNumber(node, 'period'),
          offsetSeconds: getNumber(node, 'offset', getNumber(node, 'period')),
          startupSeconds: getNumber(node, 'startupSeconds', 0),
          recordsPerSecond: getNumber(node, 'rate', 1e15),
          slots: 1_000_000,
        },
      };
    default:
      throw new OracleError(`node kind ${node.kind} is not known`);
  }
}

function rate(recordsPerSecond: number): Service {
  return { kind: 'rate', label: 'capacity', recordsPerSecond };
}

function buildServer(node: OracleNode): Partial<StationSpec> {
  const servers = getNumber(node, 'servers', 1);
  const capacity = node['capacity'];
  return {
    service: { kind: 'servers', label: 'servers', servers, time: getNodeServiceTime(node) },
    ...(typeof capacity === 'number'
      ? { queue: { maxRecords: Math.max(0, capacity - servers), onFull: 'drop' } }
      : {}),
  };
}

function buildFluidQueue(node: OracleNode): Partial<StationSpec> {
  const perStep = node['capacityPerStep'];
  const capacity =
    typeof perStep === 'number' ? perStep / getNumber(node, 'step', 1) : getNumber(node, 'capacity');
  const retention = node['retentionSeconds'];
  const outages = findList(node, 'outages')?.map((outage) => {
    const [fromSeconds, toSeconds, capacityFactor = 0] = outage as [number, number, number?];
    return { fromSeconds, toSeconds, capacityFactor };
  });
  return {
    service: rate(capacity),
    ...(outages === undefined ? {} : { outages }),
    ...(typeof retention === 'number' ? { queue: { retentionSeconds: retention, onFull: 'drop' } } : {}),
  };
}

function buildTokenBucket(node: OracleNode): Partial<StationSpec> {
  const perSecond = getNumber(node, 'rate');
  const burst = getNumber(node, 'burst');
  return {
    admission: [
      {
        label: 'tokens',
        recordsPerSecond: perSecond,
        burstSeconds: burst / perSecond,
        initialFill: burst > 0 ? getNumber(node, 'initialTokens', burst) / burst : 0,
        scope: 'station',
        onRefuse: getText(node, 'onEmpty', 'reject') === 'reject' ? 'drop' : 'retry',
      },
    ],
  };
}

function buildBatcher(node: OracleNode): Partial<StationSpec> {
  const timer = getText(node, 'timer', 'from first record of the batch');
  const maxRecords = node['maxRecords'];
  return {
    batch: {
      label: 'buffer',
      ...(typeof maxRecords === 'number' ? { maxRecords } : {}),
      maxSeconds: getNumber(node, 'maxSeconds', 1e12),
      scope: 'station',
      timer: /flush/.test(timer) ? 'last-flush' : 'first-record',
    },
  };
}

function buildParallel(node: OracleNode): Service {
  const branches = findList(node, 'branches');
  if (branches === undefined) {
    const time = getNodeServiceTime(node);
    return { kind: 'parallel', label: 'branches', branches: Array(getNumber(node, 'branches')).fill(time) };
  }
  return {
    kind: 'parallel',
    label: 'branches',
    branches: branches.map((branch) => {
      const fields = branch as Readonly<Record<string, unknown>>;
      return buildServiceTime('service' in fields ? getFields(fields, 'service') : fields);
    }),
  };
}

function buildScalingPool(node: OracleNode): Partial<StationSpec> {
  const policy = getFields(node, 'policy');
  const every = getNumber(policy, 'evaluateEvery');
  const effective = policy['effective'];
  return {
    service: rate(getNumber(node, 'unitRate')),
    scaling: {
      label: 'units',
      initialUnits: getNumber(node, 'initialUnits'),
      minUnits: 0,
      maxUnits: getNumber(policy, 'max', 1e9),
      step: { kind: 'add', units: getNumber(policy, 'add', 1) },
      metric: 'arrival-per-capacity',
      observe: 'instant',
      upAbove: getNumber(policy, 'threshold'),
      evaluateEverySeconds: every,
      firstEvaluationSeconds: getNumber(policy, 'firstEvaluation', every),
      upEvaluations: 1,
      downEvaluations: 1,
      cooldownSeconds: getNumber(policy, 'cooldown', 0),
      warmUpSeconds: typeof effective === 'number' ? effective : parseSeconds(effective),
    },
  };
}

/** Seconds named in a text such as `30 s after the decision`; 0 for `immediately`. */
function parseSeconds(value: unknown): number {
  const found = typeof value === 'string' ? /(\d+(?:\.\d+)?)/.exec(value) : null;
  return found === null ? 0 : Number(found[1]);
}

function buildPoller(node: OracleNode): Partial<StationSpec> {
  const schedule = findList(node, 'parallelization') as readonly [number, number][] | undefined;
  const factors = schedule ?? [[0, getNumber(node, 'parallelization', 1)] as const];
  const most = Math.max(...factors.map(([, factor]) => factor));
  const perPoller = getNumber(node, 'batch') / getNumber(node, 'batchSeconds');
  return {
    service: rate(getNumber(node, 'shards', 1) * most * perPoller),
    // A smaller factor is a slow-down of the largest one.
    ...(factors.length === 1
      ? {}
      : {
          outages: factors.map(([from, factor], i) => ({
            fromSeconds: i === 0 ? 0 : from,
            toSeconds: factors[i + 1]?.[0] ?? 1e12,
            capacityFactor: factor / most,
          })),
        }),
  };
}

function buildRetryingTask(node: OracleNode): Partial<StationSpec> {
  const service = node['service'];
  return {
    ...(service === undefined ? {} : { service: { kind: 'unlimited', time: getNodeServiceTime(node) } }),
    failure: {
      label: 'attempts',
      probability: getNumber(node, 'failProbability'),
      maxAttempts: getNumber(node, 'maxAttempts'),
      backoffSeconds: getNumber(node, 'backoffSeconds', 0),
      onExhausted: 'dead-letter',
    },
  };
}

/** One reader station per consumer: sharing the shard's read rate, or with the whole of it each. */
function buildShardReaders(node: OracleNode): CaseStations {
  const consumers = getNumber(node, 'consumers', 1);
  const readRate = getNumber(node, 'readMBps');
  const shared = getText(node, 'fanOut', 'shared') !== 'enhanced';
  const stage: Partial<StationSpec> = shared
    ? { shared: [{ group: node.id, label: 'read limit', recordsPerSecond: readRate, scope: 'station' }] }
    : { service: rate(readRate) };
  const stations = Array.from(
    { length: consumers },
    (_, i): StationSpec => build(i === 0 ? node.id : `${node.id}#${i + 1}`, node, stage),
  );
  const ids = stations.map((station) => station.id);
  return { stations, entries: ids, exits: [node.id] };
}

/** One station per transfer, each with its own cap, sharing the link. */
function buildTransfers(node: OracleNode): CaseStations {
  const capacity = getNumber(node, 'capacityMBps');
  const transfers = findList(node, 'transfers') as readonly { size: number; cap?: number }[];
  const stations = transfers.map(
    (transfer, i): StationSpec =>
      build(`${node.id}#${i + 1}`, node, {
        ...(transfer.cap === undefined ? {} : { service: rate(transfer.cap) }),
        shared: [{ group: node.id, label: 'link', recordsPerSecond: capacity, scope: 'station' }],
      }),
  );
  const ids = stations.map((station) => station.id);
  return { stations, entries: [], exits: ids };
}
