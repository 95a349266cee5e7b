import { NetworkError } from './network-error.ts';
import type { LinkSpec, NetworkSpec, SourceSpec, StationSpec } from './station.ts';

/** Above this the sums of a run could lose whole records. */
const LARGEST = 1e15;

/** Refuses a network that has no meaning or no end. Throws NetworkError naming the element. */
export function checkNetwork(network: NetworkSpec): void {
  const ids = new Set<string>();
  for (const element of [...network.sources, ...network.stations]) {
    if (ids.has(element.id)) {
      throw new NetworkError(element.id, 'the id is used twice; ids must be unique');
    }
    ids.add(element.id);
  }
  const stations = new Set(network.stations.map((station) => station.id));
  network.sources.forEach(checkSource);
  network.stations.forEach(checkStation);
  for (const link of network.links) {
    checkLink(link, ids, stations);
  }
}

/** Throws unless every number inside the value is finite, not negative and not absurdly large. */
function checkNumbers(element: string, value: unknown, path: string): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value < 0 || value > LARGEST) {
      throw new NetworkError(element, `${path} is ${value}; it must be between 0 and ${LARGEST}`);
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => checkNumbers(element, item, `${path}[${i}]`));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      checkNumbers(element, item, path === '' ? key : `${path}.${key}`);
    }
  }
}

function checkSource(source: SourceSpec): void {
  checkNumbers(source.id, source, '');
  const { points, repeatSeconds } = source.arrivals;
  checkRising(source.id, 'arrivals.points', points);
  checkRising(source.id, 'arrivals.bursts', source.arrivals.bursts ?? []);
  const last = points.at(-1)?.[0] ?? 0;
  if (repeatSeconds !== undefined && (repeatSeconds <= 0 || repeatSeconds < last)) {
    throw new NetworkError(
      source.id,
      `arrivals.repeatSeconds is ${repeatSeconds}; it must be above 0 and not before the last point (${last})`,
    );
  }
}

function checkRising(element: string, path: string, points: readonly (readonly [number, number])[]): void {
  for (let i = 1; i < points.length; i++) {
    const before = points[i - 1]?.[0] ?? 0;
    const time = points[i]?.[0] ?? 0;
    if (time < before) {
      throw new NetworkError(element, `${path}: time ${time} comes after ${before}; times must not fall`);
    }
  }
}

function checkStation(station: StationSpec): void {
  const { id } = station;
  checkNumbers(id, station, '');
  const lanes = station.lanes ?? 1;
  if (!Number.isInteger(lanes) || lanes < 1) {
    throw new NetworkError(id, `lanes is ${lanes}; it must be a whole number of at least 1`);
  }
  if (station.laneShares !== undefined) {
    const sum = station.laneShares.reduce((total, share) => total + share, 0);
    if (station.laneShares.length !== lanes || Math.abs(sum - 1) > 1e-6) {
      throw new NetworkError(
        id,
        `laneShares has ${station.laneShares.length} shares summing to ${sum}; it needs ${lanes} summing to 1`,
      );
    }
  }
  checkService(station);
  checkStages(station);
  for (const outage of station.outages ?? []) {
    if (outage.toSeconds < outage.fromSeconds) {
      throw new NetworkError(
        id,
        `an outage ends at ${outage.toSeconds}, before its start ${outage.fromSeconds}`,
      );
    }
  }
}

function checkService(station: StationSpec): void {
  const { id, service } = station;
  if (service?.kind === 'servers' && service.batchRecords !== undefined && service.batchRecords <= 0) {
    throw new NetworkError(id, 'service.batchRecords must be above 0');
  }
  if (service?.kind === 'map' && (service.concurrency <= 0 || service.items < 0)) {
    throw new NetworkError(id, 'service.concurrency must be above 0');
  }
}

function checkStages(station: StationSpec): void {
  const { id, batch, job, failure, scaling } = station;
  if (batch && batch.maxSeconds <= 0 && batch.timer === 'last-flush') {
    throw new NetworkError(id, 'batch.maxSeconds must be above 0 for a timer that restarts at each flush');
  }
  if (batch && (batch.maxRecords === 0 || batch.maxBytes === 0)) {
    throw new NetworkError(id, 'batch.maxRecords and batch.maxBytes must be above 0 when given');
  }
  if (job && job.slots < 1) {
    throw new NetworkError(id, `job.slots is ${job.slots}; it must be at least 1`);
  }
  if (failure && (failure.probability > 1 || failure.maxAttempts < 1)) {
    throw new NetworkError(id, 'failure.probability must be at most 1 and failure.maxAttempts at least 1');
  }
  if (scaling) {
    if (scaling.evaluateEverySeconds <= 0) {
      throw new NetworkError(id, 'scaling.evaluateEverySeconds must be above 0');
    }
    if (scaling.minUnits > scaling.maxUnits) {
      throw new NetworkError(
        id,
        `scaling.minUnits ${scaling.minUnits} is above maxUnits ${scaling.maxUnits}`,
      );
    }
    if (scaling.step.kind === 'multiply' && scaling.step.factor <= 1) {
      throw new NetworkError(id, 'scaling.step.factor must be above 1');
    }
  }
}

function checkLink(link: LinkSpec, ids: ReadonlySet<string>, stations: ReadonlySet<string>): void {
  checkNumbers(link.id, link.weight ?? 1, 'weight');
  if (!ids.has(link.from)) {
    throw new NetworkError(link.id, `starts at ${link.from}, which is neither a source nor a station`);
  }
  if (!stations.has(link.to)) {
    throw new NetworkError(link.id, `ends at ${link.to}, which is not a station`);
  }
}
