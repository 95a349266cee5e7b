import type {
  LinkSpec,
  NetworkSpec,
  Service,
  SourceSpec,
  StationSpec,
} from '../../shared/simulator/kernel/station.ts';
import { burstyHour, daySeconds, singleQueue, threeStages } from './workloads.ts';

function buildSource(id: string, points: SourceSpec['arrivals']['points'], repeat?: number): SourceSpec {
  return {
    id,
    owner: id,
    label: id,
    arrivals: {
      points,
      randomness: 'poisson',
      ...(repeat !== undefined && { repeatSeconds: repeat }),
    },
    recordSizeBytes: 1000,
  };
}

function buildStation(id: string, spec: Omit<StationSpec, 'id' | 'owner' | 'label'>): StationSpec {
  return { id, owner: id, label: id, ...spec };
}

function buildLink(from: string, to: string, weight?: number): LinkSpec {
  const id = `${from} > ${to}`;
  return { id, owner: id, from, to, ...(weight !== undefined && { weight }) };
}

function serve(
  label: string,
  servers: number,
  distribution: 'deterministic' | 'exponential',
  meanSeconds: number,
): Service {
  return { kind: 'servers', label, servers, time: { distribution, meanSeconds } };
}

/** M/M/1. */
export function buildSingleQueue(): NetworkSpec {
  const { ratePerSecond, serviceSeconds } = singleQueue;
  return {
    sources: [buildSource('customers', [[0, ratePerSecond]])],
    stations: [
      buildStation('server', {
        service: {
          kind: 'servers',
          label: 'server',
          servers: 1,
          time: { distribution: 'exponential', meanSeconds: serviceSeconds },
        },
      }),
    ],
    links: [buildLink('customers', 'server')],
  };
}

/** The three stages, shards and consumers as lanes. */
export function buildThreeStages(): NetworkSpec {
  const { ratePerSecond, shards, shardSeconds, consumerSeconds, workers, workerSeconds } = threeStages;
  return {
    sources: [buildSource('records', [[0, ratePerSecond]])],
    stations: [
      buildStation('shards', { lanes: shards, service: serve('shard', 1, 'deterministic', shardSeconds) }),
      buildStation('consumers', {
        lanes: shards,
        service: serve('consumer', 1, 'exponential', consumerSeconds),
      }),
      buildStation('pool', { service: serve('worker', workers, 'exponential', workerSeconds) }),
    ],
    links: [buildLink('records', 'shards'), buildLink('shards', 'consumers'), buildLink('consumers', 'pool')],
  };
}

/**
 * The three stages with a station for every shard and consumer, a router and a sink: 203 stations.
 * `scale` multiplies the load, the shards' and consumers' rates and the workers.
 */
export function buildManyStations(scale: number): NetworkSpec {
  const { ratePerSecond, shards, shardSeconds, consumerSeconds, workers, workerSeconds } = threeStages;
  const stations: StationSpec[] = [buildStation('router', { fanOut: 'split' })];
  const links: LinkSpec[] = [buildLink('records', 'router')];
  for (let i = 0; i < shards; i++) {
    const shard = serve('shard', scale, 'deterministic', shardSeconds);
    const consumer = serve('consumer', scale, 'exponential', consumerSeconds);
    stations.push(buildStation(`shard ${i}`, { service: shard }));
    stations.push(buildStation(`consumer ${i}`, { service: consumer }));
    links.push(buildLink('router', `shard ${i}`, 1));
    links.push(buildLink(`shard ${i}`, `consumer ${i}`), buildLink(`consumer ${i}`, 'pool'));
  }
  stations.push(
    buildStation('pool', { service: serve('worker', workers * scale, 'exponential', workerSeconds) }),
    buildStation('sink', {}),
  );
  links.push(buildLink('pool', 'sink'));
  return { sources: [buildSource('records', [[0, ratePerSecond * scale]])], stations, links };
}

/** The bursty hour on shards as lanes. */
export function buildBurstyHour(): NetworkSpec {
  const hour = burstyHour;
  return {
    sources: [
      buildSource(
        'records',
        [
          [0, hour.burstRatePerSecond],
          [hour.burstSeconds, hour.burstRatePerSecond],
          [hour.burstSeconds, hour.ratePerSecond],
          [hour.periodSeconds, hour.ratePerSecond],
        ],
        hour.periodSeconds,
      ),
    ],
    stations: [
      buildStation('shards', {
        lanes: hour.shards,
        service: {
          kind: 'servers',
          label: 'shard',
          servers: 1,
          time: { distribution: 'deterministic', meanSeconds: 1 / hour.shardRatePerSecond },
        },
      }),
    ],
    links: [buildLink('records', 'shards')],
  };
}

const LAYERS = 20;
const WIDTH = 50;
/** Load of a source at midnight and at noon. */
const LOW = 400;
const HIGH = 1200;

/**
 * 1,000 stations in layers under a daily curve, 1,517 links between them. Every station has a token
 * bucket, a bounded queue and a limit; by turns they batch, fail, scale, expire, delay, have an outage
 * or dead letters. `randomness` is that of the sources.
 */
export function buildLargeDay(randomness: 'steady' | 'poisson'): NetworkSpec {
  const name = (layer: number, place: number): string => `s${layer}-${place % WIDTH}`;
  const sources: SourceSpec[] = [];
  const stations: StationSpec[] = [];
  const links: LinkSpec[] = [];
  for (let place = 0; place < WIDTH; place++) {
    const source = buildSource(`in${place}`, [
      [0, LOW],
      [daySeconds / 2, HIGH + place],
      [daySeconds, LOW],
    ]);
    sources.push({ ...source, arrivals: { ...source.arrivals, randomness } });
    links.push(buildLink(`in${place}`, name(0, place)));
  }
  for (let layer = 0; layer < LAYERS; layer++) {
    for (let place = 0; place < WIDTH; place++) {
      stations.push(buildFeatureStation(name(layer, place), layer * WIDTH + place));
      if (layer + 1 < LAYERS) {
        links.push(buildLink(name(layer, place), name(layer + 1, place), 3));
        if ((place + layer) % 5 < 3 && links.length < 1517 + WIDTH) {
          links.push(buildLink(name(layer, place), name(layer + 1, place + 1), 1));
        }
      }
    }
  }
  return { sources, stations, links };
}

function buildFeatureStation(id: string, index: number): StationSpec {
  const turn = index % 12;
  return buildStation(id, {
    admission: [
      {
        label: 'write limit',
        recordsPerSecond: 2200,
        bytesPerSecond: 2_200_000,
        burstSeconds: 2,
        scope: 'station',
        onRefuse: turn === 1 ? 'drop' : 'retry',
      },
    ],
    queue: {
      maxRecords: 200_000,
      onFull: 'drop',
      ...(turn === 2 && { retentionSeconds: 3600, onExpire: 'drop' as const }),
    },
    // A fifth is too small at noon: queues grow and drain again.
    service: { kind: 'rate', label: 'read limit', recordsPerSecond: index % 5 === 0 ? 1150 : 1900 },
    fanOut: 'split',
    ...(turn === 3 && {
      batch: { label: 'buffer', maxRecords: 500, maxSeconds: 5, scope: 'station', timer: 'first-record' },
    }),
    ...(turn === 4 && {
      failure: {
        label: 'failures',
        probability: 0.01,
        maxAttempts: 3,
        backoffSeconds: 2,
        onExhausted: 'drop',
      },
    }),
    ...(turn === 5 && {
      scaling: {
        label: 'scaling',
        initialUnits: 1,
        minUnits: 1,
        maxUnits: 4,
        step: { kind: 'target' },
        metric: 'utilization',
        upAbove: 0.7,
        downBelow: 0.5,
        evaluateEverySeconds: 60,
        upEvaluations: 3,
        downEvaluations: 15,
        cooldownSeconds: 300,
        warmUpSeconds: 60,
      },
    }),
    ...(turn === 6 && { delaySeconds: 0.2 }),
    ...(turn === 7 && { outages: [{ fromSeconds: 30_000, toSeconds: 30_600, capacityFactor: 0 }] }),
    ...(turn === 8 && { transform: { bytesPerByte: 0.5 } }),
  });
}
