import type { SourceKey } from '../sources/source.ts';

/** Any value a property of a node or edge may hold; JSON without exceptions. */
export type PropertyValue =
  | string
  | number
  | boolean
  | null
  | PropertyValue[]
  | { [name: string]: PropertyValue };

export type Properties = Record<string, PropertyValue>;

/**
 * What an edge carries. Data moves records; control starts or stops work; configuration is a
 * reference (code, key, policy, model artefact); change-capture is the ordered log of a database;
 * metadata is schema and partition information.
 */
export const edgeKinds = ['data', 'control', 'configuration', 'change-capture', 'metadata'] as const;
export type EdgeKind = (typeof edgeKinds)[number];

/** Position of the top-left corner on the canvas, in CSS pixels at zoom 1. */
export interface Position {
  x: number;
  y: number;
}

/** What a value is enough for, kept when sizing advice sets it. */
export interface SizingRecord {
  /** The value that was set; any other value of the property is somebody's own. */
  value: number;
  /** `7,000 records/s at the peak`. */
  demand: string;
  /** Name of the scenario and seed of the run that showed the demand. */
  scenario: string;
  seed: number;
}

/** An alarm for a limit that a run came close to. */
export interface LimitAlarm {
  /** Name of the CloudWatch metric that says when the limit refuses. */
  metric: string;
  /** The limit, in the words of the run. */
  limit: string;
  /** Share of it that the run used in its busiest hundredth. */
  peakUtilization: number;
  /** Name of the scenario and seed of the run. */
  scenario: string;
  seed: number;
}

export interface DesignNode {
  id: string;
  /** A service id of the catalogue; unknown ids are kept and shown, never dropped. */
  service: string;
  /** Display name; defaults to the service's own name when left out. */
  name?: string;
  /** Left out means "not laid out yet". */
  position?: Position;
  /** Id of the container that holds this node. */
  container?: string;
  /** Only values that differ from the service's defaults need to be present. */
  properties: Properties;
  /** By property: where a value came from that sizing advice set. Becomes a comment in exports. */
  sizing?: Record<string, SizingRecord>;
  /** Alarms that the export makes for the node, one for each metric. */
  alarms?: LimitAlarm[];
  /** Free text of the designer; becomes a comment in exports. */
  notes?: string;
}

export interface DesignEdge {
  id: string;
  source: string;
  target: string;
  /** Port ids; left out means the first port that fits. */
  sourcePort?: string;
  targetPort?: string;
  /** Left out means the kind that the integration book gives for the pair. */
  kind?: EdgeKind;
  properties: Properties;
  notes?: string;
}

export const containerKinds = [
  'account',
  'region',
  'vpc',
  'subnet',
  'on-premises',
  'outposts',
  'group',
] as const;
export type ContainerKind = (typeof containerKinds)[number];

export interface Container {
  id: string;
  kind: ContainerKind;
  name: string;
  parent?: string;
  position?: Position;
  size?: { width: number; height: number };
  properties: Properties;
}

export interface Annotation {
  id: string;
  text: string;
  position: Position;
  size?: { width: number; height: number };
}

/** Arrival pattern of a workload. Rates are records per second, times are seconds. */
export type Arrivals =
  | { pattern: 'constant'; ratePerSecond: number }
  | { pattern: 'ramp'; fromPerSecond: number; toPerSecond: number; rampSeconds: number }
  | { pattern: 'step'; beforePerSecond: number; afterPerSecond: number; atSeconds: number }
  | {
      pattern: 'spike';
      basePerSecond: number;
      peakPerSecond: number;
      atSeconds: number;
      lengthSeconds: number;
    }
  | {
      /** Mean rate for each hour of the day (24 numbers), interpolated linearly, repeated daily. */
      pattern: 'daily';
      hourlyPerSecond: number[];
      /** Standard deviation over mean: one for all hours or one for each. Every hour is drawn anew. */
      spread?: number[];
    }
  | {
      /** Mean rate for each hour of the week (168 numbers, Monday 0 h first), otherwise like `daily`. */
      pattern: 'weekly';
      hourlyPerSecond: number[];
      spread?: number[];
    }
  | { pattern: 'poisson'; ratePerSecond: number }
  | {
      pattern: 'bursty';
      onPerSecond: number;
      onSeconds: number;
      offPerSecond: number;
      offSeconds: number;
    }
  | { pattern: 'files'; filesPerDay: number; recordsPerFile: number }
  | {
      /** Recorded rates: rows `seconds,recordsPerSecond` or a CloudWatch export (CSV or JSON). */
      pattern: 'recorded';
      csv: string;
      /** `per-period`: each value counts the records until the next row. `per-second` when left out. */
      counts?: 'per-second' | 'per-period';
    };

export type KeyDistribution =
  | { kind: 'uniform' }
  | { kind: 'zipf'; exponent: number }
  | { kind: 'weights'; weights: number[] };

/** How the sizes of single records lie around the mean. */
export type RecordSizes =
  | { kind: 'uniform'; minBytes: number; maxBytes: number }
  /** Around `recordSizeBytes`; the coefficient is the standard deviation over the mean. */
  | { kind: 'lognormal'; coefficientOfVariation: number }
  /** Measured sizes and how often each occurs; weights need not sum to 1. */
  | { kind: 'listed'; sizes: { bytes: number; weight: number }[] };

/** Synthetic traffic attached to a node without upstream data edges. */
export interface Workload {
  id: string;
  node: string;
  name?: string;
  arrivals: Arrivals;
  /** Mean size of one record in bytes; follows from `recordSizes` when those state sizes. */
  recordSizeBytes: number;
  /** Left out: every record has the mean size. */
  recordSizes?: RecordSizes;
  /** Number of distinct partition keys, named `key-1` … `key-<count>`. */
  keyCount: number;
  keys: KeyDistribution;
  /** Share of the records that the sender sends once more, 0–1. */
  duplicateShare?: number;
  /** Share of the records that come late, 0–1, and how long after their event. */
  lateShare?: number;
  lateSeconds?: number;
}

/** A named what-if: a duration, a seed, changes of properties and injected outages. */
export interface Scenario {
  id: string;
  name: string;
  durationSeconds: number;
  seed: number;
  /** Multiplies every workload's rate; 1 leaves them as drawn. */
  loadFactor?: number;
  /** `properties` replaces single values of the node during this scenario only. */
  overrides?: { node: string; properties: Properties }[];
  /** Capacity of the node is multiplied by `capacityFactor` from `fromSeconds` to `toSeconds`. */
  outages?: { node: string; fromSeconds: number; toSeconds: number; capacityFactor: number }[];
}

/** A finding the designer has accepted, with the reason; kept in the document. */
export interface Suppression {
  rule: string;
  /** Node or edge id the suppression holds for. */
  target: string;
  reason: string;
}

export interface DesignSettings {
  /** AWS Region code, for example `us-east-1`. */
  region: string;
  /** Tags put on every exported resource. */
  tags: Record<string, string>;
  /**
   * Unit prices that replace those of the catalogue, by `service/price` (`kds/price-shard-hour`), in the
   * unit of the price they replace: negotiated prices, other Regions, prices AWS does not publish.
   */
  prices?: Record<string, number>;
}

/**
 * The whole document (`*.pipewright.json`). See docs/file-format.md. Members that this version does
 * not know, at any level, are kept on the objects at run time and written back.
 */
export interface Design {
  version: number;
  name: string;
  description?: string;
  settings: DesignSettings;
  nodes: DesignNode[];
  edges: DesignEdge[];
  containers: Container[];
  annotations: Annotation[];
  workloads: Workload[];
  scenarios: Scenario[];
  suppressions: Suppression[];
}

/** Where something is in the design; what the app selects when the user clicks. */
export type DesignTarget =
  | { kind: 'design' }
  | { kind: 'node'; id: string; property?: string }
  | { kind: 'edge'; id: string; property?: string }
  | { kind: 'container'; id: string; property?: string }
  | { kind: 'workload'; id: string; property?: string }
  | { kind: 'scenario'; id: string; property?: string };

/** Facts carry the keys of their sources; see shared/sources. */
export interface Sourced {
  sources: readonly SourceKey[];
}
