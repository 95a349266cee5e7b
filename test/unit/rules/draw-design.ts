import { createDesign } from '../../../shared/graph/create-design.ts';
import type {
  Container,
  Design,
  DesignEdge,
  Properties,
  Scenario,
  Suppression,
  Workload,
} from '../../../shared/graph/design.ts';

/** Short form of a design for tests. */
export interface Sketch {
  /** Node id → service id, or service id and properties, or those and the container. */
  nodes: Record<string, string | [string, Properties?, string?]>;
  /** `a > b`, or that with properties and kind. */
  edges?: readonly (string | [string, Properties, DesignEdge['kind']?])[];
  containers?: readonly (Partial<Container> & Pick<Container, 'id' | 'kind'>)[];
  workloads?: readonly (Partial<Workload> & Pick<Workload, 'node'>)[];
  scenarios?: readonly Scenario[];
  suppressions?: readonly Suppression[];
  region?: string;
}

/** Builds a complete design from a sketch; edge ids are `a-to-b`. */
export function drawDesign(sketch: Sketch): Design {
  const design = createDesign('Test');
  if (sketch.region !== undefined) design.settings.region = sketch.region;
  for (const [id, value] of Object.entries(sketch.nodes)) {
    const [service, properties, container] = typeof value === 'string' ? [value] : value;
    design.nodes.push({
      id,
      service,
      name: id,
      properties: properties ?? {},
      ...(container === undefined ? {} : { container }),
    });
  }
  for (const value of sketch.edges ?? []) {
    const [path, properties, kind] = typeof value === 'string' ? [value] : value;
    const [source = '', target = ''] = path.split('>').map((end) => end.trim());
    design.edges.push({
      id: `${source}-to-${target}`,
      source,
      target,
      properties: properties ?? {},
      ...(kind === undefined ? {} : { kind }),
    });
  }
  for (const container of sketch.containers ?? [])
    design.containers.push({ name: container.id, properties: {}, ...container });
  for (const [index, workload] of (sketch.workloads ?? []).entries())
    design.workloads.push({
      id: `workload-${index + 1}`,
      arrivals: { pattern: 'constant', ratePerSecond: 100 },
      recordSizeBytes: 1000,
      keyCount: 1000,
      keys: { kind: 'uniform' },
      ...workload,
    });
  design.scenarios.push(...(sketch.scenarios ?? []));
  design.suppressions.push(...(sketch.suppressions ?? []));
  return design;
}
