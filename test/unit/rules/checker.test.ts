import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../../shared/graph/design.ts';
import { createChecker as createCheckerOf } from '../../../shared/rules/checker.ts';
import { defineEdgeRule, defineNodeRule } from '../../../shared/rules/define-rule.ts';
import { checkDesign, createChecker, hasErrors } from '../../../shared/rules/engine.ts';
import { drawDesign } from './draw-design.ts';

const base = drawDesign({
  nodes: {
    in: ['kds', { shardCount: 0 }],
    delivery: ['firehose', { bufferSizeMBs: 1000 }],
    bucket: 's3',
  },
  edges: ['in > delivery', 'delivery > bucket'],
  workloads: [{ node: 'in' }],
});

const edits: Record<string, (draft: Design) => void> = {
  'a property': (draft) => {
    for (const node of draft.nodes) if (node.id === 'in') node.properties['shardCount'] = 2;
  },
  'a property of a neighbour': (draft) => {
    for (const node of draft.nodes) if (node.id === 'delivery') node.properties['bufferSizeMBs'] = 64;
  },
  'a property of an edge': (draft) => {
    for (const edge of draft.edges) if (edge.id === 'in-to-delivery') edge.properties['fanOut'] = 'wrong';
  },
  'a position, which no rule reads': (draft) => {
    for (const node of draft.nodes) node.position = { x: 1, y: 2 };
  },
  'a workload': (draft) => {
    for (const workload of draft.workloads)
      workload.arrivals = { pattern: 'constant', ratePerSecond: 50_000 };
  },
  'a workload without a node': (draft) => {
    for (const workload of draft.workloads) workload.node = 'nowhere';
  },
  'a removed node with dangling edges': (draft) => {
    draft.nodes = draft.nodes.filter((node) => node.id !== 'bucket');
  },
  'an added edge': (draft) => {
    draft.edges.push({ id: 'back', source: 'bucket', target: 'in', properties: {} });
  },
  'another service': (draft) => {
    for (const node of draft.nodes) if (node.id === 'bucket') node.service = 'holodeck';
  },
  'a container': (draft) => {
    draft.containers.push({ id: 'c', kind: 'vpc', name: 'c', parent: 'gone', properties: {} });
  },
  'an accepted finding': (draft) => {
    draft.suppressions.push({ rule: 'property-values-are-valid', target: 'in', reason: 'a test' });
  },
};

describe('createChecker', () => {
  for (const [name, edit] of Object.entries(edits)) {
    it(`finds after an edit of ${name} what a new check finds`, () => {
      const checker = createChecker();
      checker.check(base);
      const edited = produce(base, edit);
      const found = checker.check(edited);
      expect(found.map((finding) => [finding.key, finding.message, finding.suppressed])).toEqual(
        checkDesign(edited).map((finding) => [finding.key, finding.message, finding.suppressed]),
      );
    });
  }

  it('agrees with new checks over a long series of edits and undos', () => {
    const checker = createChecker();
    let design = base;
    for (let round = 0; round < 3; round += 1) {
      for (const edit of Object.values(edits)) {
        design = produce(design, edit);
        expect(checker.check(design).map((finding) => finding.key)).toEqual(
          checkDesign(design).map((finding) => finding.key),
        );
      }
      design = base;
      expect(checker.check(design).map((finding) => finding.message)).toEqual(
        checkDesign(design).map((finding) => finding.message),
      );
    }
  });

  it('asks only the rules within reach again', () => {
    const asked: string[] = [];
    const note = (name: string) => (subject: { id: string }) => {
      asked.push(`${name} ${subject.id}`);
      return [];
    };
    const about = {
      severity: 'advice',
      category: 'Structure',
      title: '',
      description: '',
      sources: ['DERIVED'],
    } as const;
    const checker = createCheckerOf([
      defineNodeRule({ ...about, id: 'own', reach: 'own', check: note('own') }),
      defineNodeRule({ ...about, id: 'near', reach: 'neighbours', check: note('near') }),
      defineEdgeRule({ ...about, id: 'ends', reach: 'ends', check: note('ends') }),
    ]);
    checker.check(base);
    asked.length = 0;
    checker.check(
      produce(base, (draft) => {
        for (const node of draft.nodes) if (node.id === 'in') node.properties['shardCount'] = 7;
      }),
    );
    expect(asked).toEqual(['own in', 'near in', 'near delivery', 'ends in-to-delivery']);
  });
});

describe('checkDesign', () => {
  it('puts errors before warnings and nodes in document order', () => {
    const found = checkDesign(
      drawDesign({
        nodes: { b: ['kds', { shardCount: 0, odd: 1 }], a: ['kds', { retentionPeriodHours: 1 }] },
      }),
    );
    const ids = found
      .filter((finding) => finding.rule.startsWith('propert'))
      .map((finding) => [finding.severity, finding.targets[0]]);
    expect(ids).toEqual([
      ['error', { kind: 'node', id: 'b', property: 'shardCount' }],
      ['error', { kind: 'node', id: 'a', property: 'retentionPeriodHours' }],
      ['advice', { kind: 'node', id: 'b', property: 'odd' }],
    ]);
  });

  it('gives every finding a key of its own', () => {
    const design = produce(base, (draft) => {
      for (const edit of Object.values(edits)) edit(draft);
    });
    const keys = checkDesign(design).map((finding) => finding.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('marks accepted findings with the reason instead of dropping them', () => {
    const design = drawDesign({
      nodes: { in: ['kds', { shardCount: 0 }] },
      suppressions: [{ rule: 'property-values-are-valid', target: 'in', reason: 'set by the platform team' }],
    });
    const finding = checkDesign(design).find((item) => item.rule === 'property-values-are-valid');
    expect(finding?.suppressed).toBe('set by the platform team');
    expect(hasErrors(finding ? [finding] : [])).toBe(false);
  });

  it('reports a rule that fails instead of failing itself', () => {
    const broken = defineNodeRule({
      id: 'broken',
      severity: 'error',
      category: 'Structure',
      title: '',
      description: '',
      sources: ['DERIVED'],
      reach: 'own',
      check: (node) => [{ message: String(node.config.number('noSuchProperty')) }],
    });
    const [finding] = createCheckerOf([broken]).check(drawDesign({ nodes: { in: 'kds' } }));
    expect(finding).toMatchObject({
      rule: 'broken',
      severity: 'advice',
      targets: [{ kind: 'node', id: 'in' }],
    });
    expect(finding?.message).toContain('noSuchProperty');
  });
});
