import { ArrivalCurve } from '../arrivals.ts';
import { drawPoisson } from '../distributions.ts';
import { RandomStream } from '../random.ts';
import type { LinkSpec, NetworkSpec, SharedCapacity, SourceSpec } from '../station.ts';
import { getLinkShares, type Topology } from '../topology.ts';
import { type FluidClock, floorBytes, floorRecords, partOfBytes } from './clock.ts';
import { CohortQueue } from './cohort-queue.ts';
import type { Flow } from './flow.ts';
import { FluidStation } from './fluid-station.ts';
import { getRoom } from './room.ts';
import { haveSameLanes, type LaneClass } from './lane-class.ts';

/** One link with the flow of the current step. */
export interface FluidLink {
  spec: LinkSpec;
  target: FluidStation;
  share: number;
  feedback: boolean;
  /** Sender and receiver have the same lanes: each lane's flow stays in its lane. */
  lanewise: boolean;
  /** Place of the target in its cluster. */
  place: number;
  /** Carries a block's flow between clusters; undefined inside one. */
  flow: Flow | undefined;
  /** Put on the link since its flow was last written. */
  movedRecords: number;
  movedBytes: number;
  stepRecords: number;
  stepBytes: number;
  records: number;
  bytes: number;
  /** Feedback flow on its way to the next step. */
  waitingRecords: number;
  waitingBytes: number;
}

/** A source: draws or integrates its rate and keeps what a full station does not take. */
export interface FluidSource {
  spec: SourceSpec;
  curve: ArrivalCurve;
  random: RandomStream;
  outputs: FluidLink[];
  emitted: number;
  emittedBytes: number;
  pending: CohortQueue;
  nextBurst: number;
}

/** Members of a shared capacity, in the order of stations. */
export interface SharedGroup {
  specs: SharedCapacity[];
  members: FluidStation[];
}

export interface FluidNetwork {
  sources: FluidSource[];
  stations: FluidStation[];
  outputs: FluidLink[][];
  deadLetters: FluidLink[][];
  links: FluidLink[];
  groups: SharedGroup[];
  /** Stations whose outflow something downstream can hold back. */
  holdable: boolean[];
}

/** Builds the runtime network from its specification, in the order of the topology. */
export function buildFluidNetwork(
  network: NetworkSpec,
  topology: Topology,
  clock: FluidClock,
  seed: number,
): FluidNetwork {
  const shares = getLinkShares(network);
  const random = findRandomStations(network);
  const stations = topology.stations.map((spec) => new FluidStation(spec, clock, random.has(spec.id), seed));
  const byId = new Map(stations.map((station) => [station.spec.id, station]));
  const links = [...network.links]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      (spec): FluidLink => ({
        spec,
        target: byId.get(spec.to) as FluidStation,
        share: shares.get(spec.id) ?? 1,
        feedback: topology.feedback.has(spec.id),
        lanewise: keepsLanes(byId.get(spec.from), byId.get(spec.to), topology.feedback.has(spec.id), spec),
        place: -1,
        flow: undefined,
        movedRecords: 0,
        movedBytes: 0,
        stepRecords: 0,
        stepBytes: 0,
        records: 0,
        bytes: 0,
        waitingRecords: 0,
        waitingBytes: 0,
      }),
    );
  const linksFrom = (id: string, carries: 'output' | 'dead-letter'): FluidLink[] =>
    links.filter((link) => link.spec.from === id && (link.spec.carries ?? 'output') === carries);
  const sources = [...network.sources]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      (spec): FluidSource => ({
        spec,
        curve: new ArrivalCurve(spec.arrivals),
        random: new RandomStream(seed, `arrivals:${spec.id}`),
        outputs: linksFrom(spec.id, 'output'),
        emitted: 0,
        emittedBytes: 0,
        pending: new CohortQueue(clock.bytes),
        nextBurst: 0,
      }),
    );
  const outputs = stations.map((station) => linksFrom(station.spec.id, 'output'));
  const deadLetters = stations.map((station) => linksFrom(station.spec.id, 'dead-letter'));
  stations.forEach((station, i) => {
    station.keepsLanes = (outputs[i] ?? []).some((link) => link.lanewise);
  });
  return {
    sources,
    stations,
    outputs,
    deadLetters,
    links,
    groups: getGroups(stations),
    holdable: outputs.map((out) => out.some((link) => link.target.isBlocking)),
  };
}

/** Whether a link can pass on lanes: nothing between mixes them. */
function keepsLanes(
  from: FluidStation | undefined,
  to: FluidStation | undefined,
  isFeedback: boolean,
  spec: LinkSpec,
): boolean {
  if (from === undefined || to === undefined || isFeedback || spec.carries === 'dead-letter') {
    return false;
  }
  const mixes = from.spec.job !== undefined || from.spec.batch?.scope === 'station' || to.gate !== undefined;
  return !mixes && haveSameLanes(from.classes, to.classes);
}

function getGroups(stations: readonly FluidStation[]): SharedGroup[] {
  const groups = new Map<string, SharedGroup>();
  for (const station of stations) {
    for (const spec of station.spec.shared ?? []) {
      const group = groups.get(spec.group) ?? { specs: [], members: [] };
      group.specs.push(spec);
      group.members.push(station);
      station.grantLabels.push(spec.label);
      groups.set(spec.group, group);
    }
  }
  return [...groups.values()];
}

/** Stations that see drawn counts, directly or through others. */
function findRandomStations(network: NetworkSpec): Set<string> {
  const receivers = new Map<string, string[]>();
  for (const link of network.links) {
    receivers.set(link.from, [...(receivers.get(link.from) ?? []), link.to]);
  }
  const random = new Set<string>();
  const open = network.sources
    .filter((source) => source.arrivals.randomness === 'poisson')
    .flatMap((source) => receivers.get(source.id) ?? []);
  while (open.length > 0) {
    const station = open.pop() as string;
    if (!random.has(station)) {
      random.add(station);
      open.push(...(receivers.get(station) ?? []));
    }
  }
  return random;
}

/** Emits the arrivals of one step into the links of the source. */
export function emitSource(source: FluidSource, clock: FluidClock): void {
  let records: number;
  const bursts = source.spec.arrivals.bursts ?? [];
  if (clock.dt === 0) {
    records = 0;
    while (source.nextBurst < bursts.length && (bursts[source.nextBurst]?.[0] ?? 0) <= clock.start + 1e-9) {
      records += floorRecords(clock, bursts[source.nextBurst]?.[1] ?? 0);
      source.nextBurst++;
    }
  } else if (source.spec.arrivals.randomness === 'poisson') {
    const mean = source.curve.getCumulative(clock.end) - source.curve.getCumulative(clock.start);
    source.random.seek(clock.step);
    records = drawPoisson(source.random, mean);
  } else {
    // Differences of the rounded curve: no drift.
    records =
      floorRecords(clock, source.curve.getCumulative(clock.end) + 1e-9) -
      floorRecords(clock, source.curve.getCumulative(clock.start) + 1e-9);
  }
  const total = source.emitted + records;
  const bytes = floorBytes(clock, total * source.spec.recordSizeBytes) - source.emittedBytes;
  source.emitted = total;
  source.emittedBytes += bytes;
  sendFromSource(source, clock, records, bytes);
}

function sendFromSource(source: FluidSource, clock: FluidClock, records: number, bytes: number): void {
  let most = Number.POSITIVE_INFINITY;
  for (const link of source.outputs) {
    if (link.target.isBlocking) {
      most = Math.min(most, floorRecords(clock, getRoom(link.target)));
    }
  }
  if (source.pending.records === 0 && records <= most) {
    copyTo(source.outputs, records, bytes);
    return;
  }
  source.pending.push(clock.start, clock.end, records, bytes);
  const send = Math.max(0, Math.min(most, source.pending.records));
  source.pending.pop(send, clock.start, clock.end, undefined);
  copyTo(source.outputs, send, source.pending.poppedBytes);
}

function copyTo(links: readonly FluidLink[], records: number, bytes: number): void {
  for (const link of links) {
    deliver(link, records, bytes);
  }
}

/** Puts mass on a link: into its target now, or into the next step when it leads back. */
export function deliver(link: FluidLink, records: number, bytes: number): void {
  link.stepRecords += records;
  link.stepBytes += bytes;
  link.records += records;
  link.bytes += bytes;
  if (link.feedback) {
    link.waitingRecords += records;
    link.waitingBytes += bytes;
  } else if (link.flow !== undefined) {
    link.movedRecords += records;
    link.movedBytes += bytes;
  } else {
    link.target.inRecords += records;
    link.target.inBytes += bytes;
  }
}

/** Sends a station's output to its links: a copy each, or shares with the last taking the rest. */
export function sendOutput(station: FluidStation, links: readonly FluidLink[], clock: FluidClock): void {
  const { outRecords, outBytes } = station;
  if (outRecords === 0 && outBytes === 0) {
    return;
  }
  const split = station.spec.fanOut === 'split';
  let records = outRecords;
  let bytes = outBytes;
  for (let i = 0; i < links.length; i++) {
    const link = links[i] as FluidLink;
    let part = outRecords;
    let partBytes = outBytes;
    if (split && i < links.length - 1) {
      part = floorRecords(clock, outRecords * link.share);
      partBytes = partOfBytes(clock, part, outRecords, outBytes);
      records -= part;
      bytes -= partBytes;
    } else if (split) {
      part = records;
      partBytes = bytes;
    }
    if (link.lanewise) {
      deliverByLane(station, link, part, partBytes, clock);
    } else {
      deliver(link, part, partBytes);
    }
  }
  if (station.keepsLanes) {
    settleLanes(station, clock);
  }
}

/** Puts mass on a link in the proportion of what the lanes have served and not yet sent. */
function deliverByLane(
  station: FluidStation,
  link: FluidLink,
  records: number,
  bytes: number,
  clock: FluidClock,
): void {
  link.stepRecords += records;
  link.stepBytes += bytes;
  link.records += records;
  link.bytes += bytes;
  const unsent = getUnsent(station);
  let recordsLeft = records;
  let bytesLeft = bytes;
  for (let i = 0; i < station.classes.length; i++) {
    const from = station.classes[i] as LaneClass;
    const to = link.target.classes[i] as LaneClass;
    const isLast = i === station.classes.length - 1;
    const share = unsent > 0 ? from.unsent / unsent : from.share;
    const part = isLast ? recordsLeft : Math.min(recordsLeft, floorRecords(clock, records * share));
    const partBytes = isLast ? bytesLeft : partOfBytes(clock, part, records, bytes);
    to.directRecords += part;
    to.directBytes += partBytes;
    recordsLeft -= part;
    bytesLeft -= partBytes;
  }
}

function getUnsent(station: FluidStation): number {
  let sum = 0;
  for (const lane of station.classes) {
    sum += lane.unsent;
  }
  return sum;
}

/** Takes what has left, before any transform, off what the lanes have still to send. */
function settleLanes(station: FluidStation, clock: FluidClock): void {
  const unsent = getUnsent(station);
  const left = Math.max(0, unsent - station.after.wentOut);
  for (const lane of station.classes) {
    lane.unsent = left === 0 ? 0 : floorRecords(clock, (lane.unsent * left) / unsent);
  }
}
