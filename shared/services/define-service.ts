import type { EdgeKind } from '../graph/design.ts';
import type { IacMapping } from '../iac/ir/mapping.ts';
import type { SourceKey } from '../sources/source.ts';
import type { SimulationModel } from './simulation-model.ts';
import type { PropertyDefinition } from './property.ts';

export const serviceCategories = [
  'Producers and on-premises',
  'Streaming',
  'Integration and messaging',
  'Storage',
  'Databases',
  'Analytics and ETL',
  'Migration and transfer',
  'Compute',
  'Machine learning',
  'Generative AI',
  'Security and operations',
  'Networking and edge',
  'External systems',
] as const;
export type ServiceCategory = (typeof serviceCategories)[number];

/** Typed end of a service; one handle on the canvas renders one port. */
export interface PortDefinition {
  id: string;
  label: string;
  direction: 'in' | 'out';
  kinds: readonly EdgeKind[];
}

/** Whether new designs should use the service. Everything but `available` is shown on the node. */
export type Lifecycle =
  | { status: 'available' }
  | {
      /** `legacy`: still deployable, better successor. `closed`: closed to new customers. `retired`: deleted by AWS. */
      status: 'legacy' | 'closed' | 'retired';
      /** What happened, in one sentence. */
      note: string;
      /** Date it took effect, ISO, when known. */
      since?: string;
      /** Service id offered as the one-click replacement. */
      successor?: string;
      sources: readonly SourceKey[];
    };

/** A quota, published latency or price. */
export interface LimitDefinition {
  /** kebab-case, unique within the service: `shard-write-bytes`. */
  id: string;
  label: string;
  /** Numeric value in `unit`; null where AWS publishes none. */
  value: number | null;
  /** `bytes/s`, `records/s`, `count`, `s`, `USD/GB` … */
  unit: string;
  kind: 'quota' | 'latency' | 'price' | 'default';
  /** `hard` cannot be raised, `adjustable` by request, `setting` is the user's own. */
  adjustable: 'hard' | 'adjustable' | 'setting' | 'unknown';
  /** Words that go with the number: scope, Region group, exceptions. */
  note?: string;
  sources: readonly SourceKey[];
  /** ISO date the figure was checked. */
  checked: string;
}

/** Everything the app knows about a service. A folder that lacks a part does not compile. */
export interface ServiceDefinition {
  /** Kind id: short, stable, equal to the folder name. */
  id: string;
  /** Official name with prefix: `Amazon Kinesis Data Streams`. */
  displayName: string;
  /** What a card shows when space is short: `Kinesis Data Streams`. */
  shortName: string;
  category: ServiceCategory;
  /** One sentence: what it does in a pipeline. */
  summary: string;
  /** Search words people use besides the names. */
  keywords: readonly string[];
  docsUrl: string;
  /** File in the aws-icons package below `icons/` (`architecture-service/AWSLambda.svg`), or a glyph of ours for things AWS has no icon for. */
  icon: { aws: string } | { glyph: string };
  lifecycle: Lifecycle;
  ports: readonly PortDefinition[];
  properties: readonly PropertyDefinition[];
  /** Names of up to three properties shown on the node card. */
  facts: readonly string[];
  limits: readonly LimitDefinition[];
  simulation: SimulationModel;
  iac: IacMapping;
}

/**
 * Declares a service; the identity function that gives literal definitions their type.
 * @throws never; completeness is checked by the compiler and by test/structure.
 */
export function defineService<const Id extends string>(
  definition: ServiceDefinition & { id: Id },
): ServiceDefinition & { id: Id } {
  return definition;
}
