import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { idsAreUnique } from '../../../shared/rules/structure/ids-are-unique.ts';
import { drawDesign } from './draw-design.ts';
import { testRule } from './rule-cases.ts';

testRule(idsAreUnique, {
  accepts: { 'different ids': { nodes: { a: 'kds', b: 'kds' } } },
  rejects: [
    {
      because: 'a workload named like a node',
      design: { nodes: { a: 'kds' }, workloads: [{ id: 'a', node: 'a' }] },
      target: 'a',
      message: ['“a”', 'more than once'],
    },
  ],
});

describe('two nodes with the same id', () => {
  const design = produce(drawDesign({ nodes: { a: 'kds' } }), (draft) => {
    draft.nodes.push({ id: 'a', service: 'kds', properties: { shardCount: 0 } });
  });

  it('are reported once, and only the first is checked', () => {
    const found = checkDesign(design).filter((finding) => finding.severity === 'error');
    expect(found.map((finding) => finding.rule)).toEqual(['ids-are-unique']);
  });
});
