import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { applyRepair } from '../../../shared/rules/apply-repairs.ts';
import { edgeHasItsMediator } from '../../../shared/rules/connections/edge-has-its-mediator.ts';
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
