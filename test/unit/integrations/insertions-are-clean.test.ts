import { describe, expect, it } from 'vitest';
import { createDesign } from '../../../shared/graph/create-design.ts';
import type { Design } from '../../../shared/graph/design.ts';
import { insertMediators } from '../../../shared/integrations/edits/insert-mediators.ts';
import { pairRules } from '../../../shared/integrations/registry.ts';
import { getPairVerdict } from '../../../shared/integrations/verdict.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { findService } from '../../../shared/services/registry.ts';

const isKnown = (id: string): boolean => findService(id) !== undefined;

/** Chains of the book that can be drawn with the services of the catalogue. */
const drawable = pairRules.flatMap((rule) =>
  rule.via
    .filter((chain) => [rule.source, ...chain, rule.target].every(isKnown))
    .map((chain) => [rule.id, rule.source, rule.target, chain] as const),
);

const getErrors = (design: Design): Set<string> =>
  new Set(
    checkDesign(design)
      .filter((finding) => finding.severity === 'error')
      .map((finding) => finding.rule),
  );

describe('an inserted chain', () => {
  it.each(drawable)('%s: %s → %s is legal and brings no new error', (_id, source, target, chain) => {
    const design = createDesign('test');
    design.nodes.push(
      { id: 'from', service: source, properties: {} },
      { id: 'to', service: target, properties: {} },
    );
    design.edges.push({ id: 'straight', source: 'from', target: 'to', properties: {} });
    const before = getErrors(design);
    insertMediators(design, { source: 'from', target: 'to' }, chain);
    const services = new Map(design.nodes.map((node) => [node.id, node.service]));
    for (const edge of design.edges) {
      const [start = '', end = ''] = [services.get(edge.source), services.get(edge.target)];
      expect(getPairVerdict(start, end, edge.kind).verdict, `${start} → ${end}`).toBe('direct');
    }
    // The rule on mediators is judged above, with what the edge carries.
    const added = [...getErrors(design)].filter(
      (rule) => !before.has(rule) && rule !== 'edge-has-its-mediator',
    );
    expect(added).toEqual([]);
  });

  it('covers the services of the catalogue', () => {
    expect(drawable.length).toBeGreaterThan(140);
  });
});
