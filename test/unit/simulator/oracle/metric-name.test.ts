import { describe, expect, it } from 'vitest';
import { parseMetricName } from '../../../../shared/simulator/oracle/metric-name.ts';

describe('parseMetricName', () => {
  it.each([
    ['waitMean', { base: 'wait', statistic: 'mean' }],
    ['sojournP99', { base: 'sojourn', statistic: 0.99 }],
    ['delayP999', { base: 'delay', statistic: 0.999 }],
    ['delayP50', { base: 'delay', statistic: 0.5 }],
    ['endToEndMax', { base: 'endToEnd', statistic: 'max' }],
    ['delayMeanArrivals10to20.5', { base: 'delay', statistic: 'mean', from: 10, to: 20.5 }],
    ['delayP95Arrivals0to3600', { base: 'delay', statistic: 0.95, from: 0, to: 3600 }],
    ['backlogAt12.25', { base: 'backlogAt', at: 12.25 }],
    ['iteratorAgeAt1e3', { base: 'iteratorAgeAt', at: 1000 }],
    ['fractionTimeConcurrencyAbove25', { base: 'fractionTimeConcurrencyAbove', at: 25 }],
    ['unitSeconds0to600', { base: 'unitSeconds', from: 0, to: 600 }],
    ['probWait', { base: 'probWait' }],
  ])('takes %s apart', (name, query) => {
    expect(parseMetricName(name)).toEqual(query);
  });

  it('refuses a name of no known form', () => {
    expect(() => parseMetricName('delay-mean')).toThrow(/not known/);
  });
});
