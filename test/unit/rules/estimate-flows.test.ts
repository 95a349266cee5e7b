import { describe, expect, it } from 'vitest';
import { buildView } from '../../../shared/rules/view/build-view.ts';
import { estimateFlows } from '../../../shared/rules/view/estimate-flows.ts';
import { drawDesign, type Sketch } from './draw-design.ts';

function estimate(sketch: Sketch) {
  const view = buildView(drawDesign(sketch));
  estimateFlows(view);
  return (id: string) => view.findNode(id)?.arrivals;
}

describe('estimateFlows', () => {
  it('carries a workload along copies and shares', () => {
    const arrivals = estimate({
      nodes: { in: 'kds', all: 'lambda', some: 'lambda' },
      edges: ['in > all', ['in > some', { share: 0.25 }]],
      workloads: [
        { node: 'in', arrivals: { pattern: 'constant', ratePerSecond: 100 }, recordSizeBytes: 500 },
      ],
    });
    expect(arrivals('all')).toMatchObject({ recordsMean: 100, bytesMean: 50_000, recordBytes: 500 });
    expect(arrivals('some')).toMatchObject({ recordsMean: 25, bytesMean: 12_500, recordBytes: 500 });
  });

  it('adds what comes together and keeps means and peaks apart', () => {
    const arrivals = estimate({
      nodes: { a: 'kds', b: 'kds', join: 'firehose' },
      edges: ['a > join', 'b > join'],
      workloads: [
        { node: 'a', arrivals: { pattern: 'constant', ratePerSecond: 10 } },
        {
          node: 'b',
          arrivals: { pattern: 'spike', basePerSecond: 1, peakPerSecond: 90, atSeconds: 5, lengthSeconds: 5 },
        },
      ],
    });
    expect(arrivals('join')).toMatchObject({ recordsMean: 11, recordsPeak: 100 });
  });

  it('ends at edges that lead back', () => {
    const arrivals = estimate({
      nodes: { in: 'kds', fn: 'lambda' },
      edges: ['in > fn', ['fn > in', {}, 'data']],
      workloads: [{ node: 'in' }],
    });
    expect(arrivals('in')?.recordsMean).toBe(100);
    expect(arrivals('fn')?.recordsMean).toBe(100);
  });

  it('ignores edges that carry no records', () => {
    const arrivals = estimate({
      nodes: { in: 'kds', to: 'lambda' },
      edges: [['in > to', {}, 'configuration']],
      workloads: [{ node: 'in' }],
    });
    expect(arrivals('to')?.recordsMean).toBe(0);
  });
});
