import { describe, expect, it } from 'vitest';
import { applyRepair, fixDesign } from '../../../shared/rules/apply-repairs.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { drawDesign } from './draw-design.ts';

describe('applyRepair', () => {
  const design = drawDesign({ nodes: { in: ['kds', { retentionPeriodHours: 1 }] } });
  const key = 'property-values-are-valid:in:retentionPeriodHours:range';

  it('changes the design so that the finding is gone', () => {
    const repaired = applyRepair(design, key, 'set-nearest');
    expect(repaired.nodes[0]?.properties).toEqual({ retentionPeriodHours: 24 });
    expect(checkDesign(repaired).map((finding) => finding.key)).not.toContain(key);
    expect(design.nodes[0]?.properties).toEqual({ retentionPeriodHours: 1 });
  });

  it('returns the same design for a finding or repair that does not exist', () => {
    expect(applyRepair(design, 'nothing', 'set-nearest')).toBe(design);
    expect(applyRepair(design, key, 'nothing')).toBe(design);
  });
});

describe('fixDesign', () => {
  it('inserts the missing mediator and leaves what the designer decided', () => {
    const design = drawDesign({
      nodes: { a: ['firehose', { bufferSizeMBs: 1000 }], b: 'redshift' },
      edges: ['a > b'],
    });
    const { design: fixed, applied } = fixDesign(design);
    expect(applied.map((item) => [item.rule, item.repair])).toContainEqual([
      'edge-has-its-mediator',
      'insert-s3',
    ]);
    expect(fixed.nodes.map((node) => node.service)).toContain('s3');
    expect(fixed.nodes[0]?.properties['bufferSizeMBs']).toBe(1000);
  });

  it('leaves accepted findings alone and changes nothing when all is well', () => {
    const design = drawDesign({
      nodes: { a: 'firehose', b: 'redshift' },
      edges: ['a > b'],
      suppressions: [{ rule: 'edge-has-its-mediator', target: 'a-to-b', reason: 'drawn for a discussion' }],
    });
    const { applied } = fixDesign(design);
    expect(applied.map((item) => item.rule)).not.toContain('edge-has-its-mediator');
    const empty = drawDesign({ nodes: {} });
    expect(fixDesign(empty)).toEqual({ design: empty, applied: [] });
  });

  it('repairs many places in few checks and stops when nothing is left', () => {
    const nodes = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`b${index}`, 'firehose']));
    const ends = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`s${index}`, 'opensearch']));
    const design = drawDesign({
      nodes: { ...nodes, ...ends },
      edges: Array.from({ length: 60 }, (_, index) => `b${index} > s${index}`),
    });
    const { design: fixed, applied } = fixDesign(design);
    expect(applied.filter((item) => item.rule === 'delivery-has-backup-bucket')).toHaveLength(60);
    expect(fixed.nodes.filter((node) => node.service === 's3')).toHaveLength(60);
    expect(fixDesign(fixed).applied).toEqual([]);
  });
});
