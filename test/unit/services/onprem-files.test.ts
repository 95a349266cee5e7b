import { expect, test } from 'vitest';
import { onpremFiles } from '../../../shared/services/onprem-files/index.ts';
import { buildContribution, buildModel } from './service-contexts.ts';

test('files share the uplink of the site', () => {
  const stage = buildModel(onpremFiles, { uplinkMbps: 100 }).stages[0];
  expect(stage?.service).toMatchObject({ bytesPerSecond: 12.5e6, label: 'Uplink of 100 Mbps' });
  expect(stage?.queue).toEqual({ onFull: 'block' });
});

test('leaves no resource in an export', () => {
  expect(buildContribution(onpremFiles).terraform).toEqual([]);
});
