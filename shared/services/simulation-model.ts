import type { EdgeKind } from '../graph/design.ts';
import type { StationSpec } from '../simulator/kernel/station.ts';
import type { SourceKey } from '../sources/source.ts';
import type { Configuration } from './configuration.ts';

/** A stage without the ids the model builder fills in. */
export type Stage = Omit<StationSpec, 'id' | 'owner' | 'outages'>;

/** The far end of an edge as a service's model may see it: never another service's code. */
export interface SimulationNeighbour {
  edge: string;
  kind: EdgeKind;
  node: string;
  service: string;
  config: Configuration;
  edgeConfig: Configuration;
}

export interface SimulationContext {
  config: Configuration;
  /** Value of one of the service's own limits. Throws when the id is unknown or the value is null. */
  limit(id: string): number;
  /** Region code of the design. */
  region: string;
  incoming: readonly SimulationNeighbour[];
  outgoing: readonly SimulationNeighbour[];
  /** Share of records per lane for `lanes` equal MD5 hash ranges, from the keys of upstream workloads. */
  keyShares(lanes: number): readonly number[];
}

/** What a quantity of a cost line is counted in. */
export type CostBasis =
  | 'hours'
  | 'records-in'
  | 'records-out'
  | 'bytes-in'
  | 'bytes-out'
  | 'batches'
  | 'unit-hours'
  | 'busy-seconds';

/** Amount = quantity(basis) × factor × price of the named limit (kind `price`). */
export interface CostLine {
  label: string;
  basis: CostBasis;
  /** Units of the price per unit of the basis: 1e-9 for bytes → GB. */
  factor: number;
  /** Limit id of the price. */
  price: string;
  /** Each record counts as a multiple of this many bytes (Firehose 5 KB, Kinesis 25 KB). */
  roundRecordUpToBytes?: number;
  /** Each record counts as this many bytes at least (128 KB objects of the Infrequent Access classes). */
  minimumRecordBytes?: number;
}

export interface NodeModel {
  /** In order; records pass through all of them. */
  stages: readonly Stage[];
  /** `copy`: every outgoing data edge gets all records; `split`: they share. Copy by default. */
  fanOut?: 'copy' | 'split';
  cost?: readonly CostLine[];
  /** Plain words for the results panel: what this model assumes and leaves out. */
  assumptions?: readonly string[];
}

export interface SimulationModel {
  /** How the node behaves, in words an engineer can check; goes into docs/simulation-model.md. */
  description: string;
  sources: readonly SourceKey[];
  /** Number property with which the node takes more records; sizing advice sets it. */
  scaledBy?: string;
  /** Configuration → stages of the node itself. */
  build(context: SimulationContext): NodeModel;
  /**
   * Stages on an outgoing edge that this service imposes on its readers (shared or enhanced
   * fan-out of a shard, at most n readers). Runs once per outgoing data edge.
   */
  buildOutgoing?(context: SimulationContext, reader: SimulationNeighbour): readonly Stage[];
  /** Stages on an incoming edge that this service brings (event-source mapping, poller). */
  buildIncoming?(context: SimulationContext, sender: SimulationNeighbour): readonly Stage[];
}
