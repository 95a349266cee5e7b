import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { createDesign } from '../../../shared/graph/create-design.ts';
import type { Design, PropertyValue } from '../../../shared/graph/design.ts';
import { checkDesign, createChecker } from '../../../shared/rules/engine.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import type { PropertyDefinition } from '../../../shared/services/property.ts';
import { getEdgeProperties } from '../../../shared/integrations/edge-properties.ts';
import { findService, services } from '../../../shared/services/registry.ts';

const ids = services.map((service) => service.id);

/** Numbers that choose what an edit changes and to what; the design decides what they mean. */
const choices = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 12 });

const sketches = fc.record({
  nodes: fc.array(fc.nat(ids.length - 1), { minLength: 2, maxLength: 10 }),
  edges: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 14 }),
  rates: fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 3 }),
});

function draw({
  nodes,
  edges,
  rates,
}: {
  nodes: number[];
  edges: [number, number][];
  rates: number[];
}): Design {
  const design = createDesign('Random');
  for (const [index, choice] of nodes.entries())
    design.nodes.push({ id: `n${index}`, service: ids[choice] ?? 'kds', properties: {} });
  for (const [index, [from, to]] of edges.entries())
    design.edges.push({
      id: `e${index}`,
      source: `n${from % nodes.length}`,
      target: `n${to % nodes.length}`,
      properties: {},
    });
  for (const [index, ratePerSecond] of rates.entries())
    design.workloads.push({
      id: `w${index}`,
      node: `n${index % nodes.length}`,
      arrivals: { pattern: 'constant', ratePerSecond },
      recordSizeBytes: 200_000,
      keyCount: 10,
      keys: { kind: 'uniform' },
    });
  return design;
}

/** A value of the property, among them some that are wrong. */
function pick(property: PropertyDefinition | undefined, choice: number): PropertyValue {
  switch (property?.type) {
    case 'flag':
      return choice % 2 === 0;
    case 'select':
      return property.options[choice % property.options.length]?.value ?? '';
    case 'number':
      return [property.min ?? 0, property.max ?? 10, property.default, -5][choice % 4] ?? 0;
    case 'text':
      return ['', 'x', property.default][choice % 3] ?? '';
    default:
      return [];
  }
}

function edit(draft: Design, [what, where, value]: readonly [number, number, number]): void {
  const node = draft.nodes[where % draft.nodes.length];
  const edge = draft.edges[where % Math.max(1, draft.edges.length)];
  const workload = draft.workloads[where % Math.max(1, draft.workloads.length)];
  if (what % 4 === 0 && edge) {
    const find = (id: string): string => draft.nodes.find((item) => item.id === id)?.service ?? '';
    const property = getEdgeProperties(find(edge.source), find(edge.target))[value % 3];
    if (property) edge.properties[property.name] = pick(property, value);
  } else if (what % 9 === 1 && workload) {
    workload.recordSizeBytes = 1 + (value % 2_000_000);
    workload.keys = value % 2 === 0 ? { kind: 'uniform' } : { kind: 'zipf', exponent: 2 };
  } else if (node) {
    const properties = findService(node.service)?.properties ?? [];
    const property = properties[value % Math.max(1, properties.length)];
    if (property) node.properties[property.name] = pick(property, what);
  }
}

const describeAll = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => `${finding.severity} ${finding.key} ${finding.message}`);

describe('a checker on random designs', () => {
  it('finds after every edit what a new check finds', () => {
    fc.assert(
      fc.property(sketches, choices, (sketch, steps) => {
        let design = draw(sketch);
        const checker = createChecker();
        checker.check(design);
        for (const step of steps) {
          design = produce(design, (draft) => edit(draft, step));
          expect(describeAll(checker.check(design))).toEqual(describeAll(checkDesign(design)));
        }
      }),
      { numRuns: 150, seed: 20_261_123 },
    );
  });
});
