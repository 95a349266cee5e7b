import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { applyRepair } from '../../../shared/rules/apply-repairs.ts';
import { getPairVerdict } from '../../../shared/integrations/verdict.ts';
import { edgeHasItsMediator } from '../../../shared/rules/connections/edge-has-its-mediator.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { services } from '../../../shared/services/registry.ts';
import { drawDesign } from './draw-design.ts';
import { testRule } from './rule-cases.ts';

const direct = { nodes: { a: 'firehose', b: 'redshift' }, edges: ['a > b'] };

testRule(edgeHasItsMediator, {
  accepts: {
    'the mediator in between': {
      nodes: { a: 'firehose', m: 's3', b: 'redshift' },
      edges: ['a > m', 'm > b'],
    },
    'a reference to an artifact, where the same services know one': {
      nodes: { a: 's3', b: 'sm-endpoint' },
      edges: [['a > b', {}, 'configuration']],
    },
  },
  rejects: [
    {
      because: 'Firehose on Redshift without a staging bucket',
      design: direct,
      target: 'a-to-b',
      message: ['Not directly', 'S3'],
      repairs: ['insert-s3', 'remove-edge'],
    },
  ],
});

describe('inserting the mediator', () => {
  it('puts a bucket between both ends', () => {
    const design = produce(drawDesign(direct), () => undefined);
    const repaired = applyRepair(design, 'edge-has-its-mediator:a-to-b', 'insert-s3');
    const services = new Map(repaired.nodes.map((node) => [node.id, node.service]));
    const hops = repaired.edges.map((edge) => [services.get(edge.source), services.get(edge.target)]);
    expect(hops).toEqual([
      ['firehose', 's3'],
      ['s3', 'redshift'],
    ]);
  });
});

describe('every pair of the catalogue that meets through others', () => {
  const pairs = services.flatMap((source) =>
    services
      .filter((target) => getPairVerdict(source.id, target.id).verdict === 'via' && source !== target)
      .map((target) => [source.id, target.id] as const),
  );

  it('is repaired without a new error', () => {
    expect(pairs.length).toBeGreaterThan(100);
    const harmful = pairs.flatMap(([source, target]) => {
      const design = drawDesign({ nodes: { a: source, b: target }, edges: ['a > b'] });
      const before = checkDesign(design);
      const finding = before.find((item) => item.rule === 'edge-has-its-mediator');
      const repaired = produce(design, (draft) => finding?.repairs[0]?.apply(draft));
      const known = new Set(before.map((item) => item.key));
      const errors = checkDesign(repaired).filter(
        (item) => item.severity === 'error' && !known.has(item.key) && item.rule !== 'service-is-known',
      );
      return errors.map((item) => `${source} → ${target}: ${item.message}`);
    });
    expect(harmful).toEqual([]);
  });
});
