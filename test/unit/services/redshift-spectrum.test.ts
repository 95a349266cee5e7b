import { expect, test } from 'vitest';
import { redshiftSpectrum } from '../../../shared/services/redshift-spectrum/index.ts';
import { rateOf } from './cost-rate.ts';
import { buildContribution, buildModel } from './service-contexts.ts';

test('queries hold a slot while they scan, at 5 USD per TB', () => {
  const model = buildModel(redshiftSpectrum, {
    scannedMegabytes: 1e6,
    scanMegabytesPerSecond: 1000,
    slots: 9,
  });
  expect(model.stages[0]?.service).toMatchObject({ servers: 9, time: { meanSeconds: 1000 } });
  expect(rateOf(redshiftSpectrum, model, 'Data scanned')).toBe(5);
});

test('the schema is SQL: the export has the role and says what to run', () => {
  const contribution = buildContribution(redshiftSpectrum, { schemaName: 'lake' });
  expect(contribution.cloudFormation).toEqual([]);
  expect(contribution.roles?.[0]?.trusts).toEqual(['redshift.amazonaws.com']);
  expect(contribution.manualSteps?.[1]?.command).toContain('CREATE EXTERNAL SCHEMA IF NOT EXISTS lake');
});
