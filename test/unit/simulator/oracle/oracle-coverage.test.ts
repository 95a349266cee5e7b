import { describe, expect, it } from 'vitest';
import own from '../../../fixtures/oracle/cases.json';

/** Everything the format of a case may say: node kinds, arrivals, service times, choices, metrics. */
const kinds = [
  'source server concurrencyLimiter infiniteServer fluidQueue boundedBuffer batcher bulkServer sharedBandwidth',
  'tokenBucket rateLatency fork join parallelAll mapState scalingPool operator streamPoller retryingTask',
  'kinesisStream kinesisShard firehose periodicBatch randomDAG sink',
]
  .join(' ')
  .split(' ');
const arrivals =
  'constant deterministic poisson poissonPerStep squareWave sine piecewise greedyTokenBucket zipfKeys any'.split(
    ' ',
  );
const distributions = ['deterministic', 'exp', 'lognormal', 'hyperexp', 'twoPoint'];
/** Names as written, with N where any number may stand. */
const metrics = [
  'waitMean waitP95 waitP99 sojournMean sojournP99 sojournMeanGivenSize probWait',
  'endToEndMean endToEndP95 endToEndP99 endToEndMax delayMean delayP50 delayP95 delayP99 delayMax',
  'delayMeanArrivalsNtoN delayP95ArrivalsNtoN backlogMean backlogPeak backlogAtN backlogEmptyAt',
  'iteratorAgeAtN rejectFraction lossFraction rejectedTotal firstRejectAt expiredTotal firstExpiryAt',
  'bufferDelayMean batchSizeMean timeoutFlushFraction objectMB fractionTimeConcurrencyAboveN',
  'makespan makespanMean lastCompletion attemptRate deadLetterRate unitSecondsNtoN instancesTotal',
  'maxShardShare maxRateNoThrottle massResidual littleRatio hashEqual',
]
  .join(' ')
  .split(' ');
/** Fields that change what a kind does. */
const choices: readonly [string, (node: Record<string, unknown>) => boolean][] = [
  ['server with a capacity', (node) => node.kind === 'server' && node.capacity !== undefined],
  ['fluid queue with outages', (node) => node.kind === 'fluidQueue' && node.outages !== undefined],
  ['fluid queue with retention', (node) => node.kind === 'fluidQueue' && node.retentionSeconds !== undefined],
  ['fluid queue by steps', (node) => node.kind === 'fluidQueue' && node.capacityPerStep !== undefined],
  ['batcher timed from the first record', (node) => node.timer === 'from first record of the batch'],
  ['batcher timed from each flush', (node) => node.timer === 'restarts at each flush'],
  ['processor sharing', (node) => node.discipline === 'processor sharing'],
  ['max-min fair sharing', (node) => node.discipline === 'max-min fair'],
  ['expected rates of retries', (node) => node.kind === 'retryingTask' && node.fluid === true],
  ['shared fan-out', (node) => node.kind === 'kinesisShard' && node.fanOut === 'shared'],
  ['enhanced fan-out', (node) => node.kind === 'kinesisShard' && node.fanOut === 'enhanced'],
  ['parallelization that changes', (node) => Array.isArray(node.parallelization)],
];

const nodes = own.cases.flatMap((item) => item.topology.nodes as Record<string, unknown>[]);
const text = JSON.stringify(own);

describe('the repository’s own oracle cases', () => {
  it.each(kinds)('have a node of kind %s', (kind) => {
    expect(nodes.some((node) => node.kind === kind)).toBe(true);
  });

  it.each(arrivals)('have arrivals of kind %s', (kind) => {
    expect(nodes.some((node) => node.kind === 'source' && node.arrivals === kind)).toBe(true);
  });

  it.each(distributions)('have a service time that is %s', (dist) => {
    expect(text).toContain(`"dist":"${dist}"`);
  });

  it.each(choices)('have a %s', (_name, holds) => {
    expect(nodes.some(holds)).toBe(true);
  });

  it.each(metrics)('measure %s', (metric) => {
    const names = own.cases.map((item) => item.metric.name.replaceAll(/\d+(\.\d+)?(?=to|$)/g, 'N'));
    const fixed = own.cases.map((item) => item.metric.name);
    expect([...names, ...fixed]).toContain(metric);
  });

  it('feed back and branch by chance', () => {
    const edges = own.cases.flatMap((item) => item.topology.edges as unknown[][]);
    expect(edges.some(([from, to]) => from === to)).toBe(true);
    expect(edges.some((edge) => edge.length === 3)).toBe(true);
  });

  it('are at least 60, each with a derivation of its own', () => {
    expect(new Set(own.cases.map((item) => item.id)).size).toBe(own.cases.length);
    expect(own.cases.length).toBeGreaterThanOrEqual(60);
    for (const item of own.cases) expect(item.derivation.length, item.id).toBeGreaterThan(10);
  });

  it('run in every mode', () => {
    const modes = new Set(own.cases.map((item) => item.mode));
    expect([...modes].sort()).toEqual(['deterministic', 'exact', 'stochastic']);
  });
});
