import { expect, test } from 'vitest';
import { getDatabaseAddress } from '../../../shared/services/database-address.ts';
import { onpremDb } from '../../../shared/services/onprem-db/index.ts';
import { Configuration } from '../../../shared/services/configuration.ts';
import { ref } from '../../../shared/iac/ir/expression.ts';
import { buildContribution, buildModel } from './service-contexts.ts';

test('1 Gbps of uplink is 125 MB/s, 10.8 TB a day (WE-73)', () => {
  const service = buildModel(onpremDb).stages[0]?.service;
  expect(service).toMatchObject({ kind: 'rate', bytesPerSecond: 125e6 });
  expect((125e6 * 86_400) / 1e12).toBeCloseTo(10.8, 9);
});

test('nothing is exported, and the reason is given', () => {
  expect(buildContribution(onpremDb)).toEqual({ cloudFormation: [], terraform: [] });
  expect(onpremDb.iac.notExported).toContain('outside AWS');
});

test('readers find the engine, its own port and the typed host', () => {
  const address = getDatabaseAddress({
    edge: 'e',
    kind: 'data',
    node: 'db',
    service: 'onprem-db',
    config: new Configuration(onpremDb.properties, { engineName: 'sqlserver', serverName: 'erp' }),
    edgeConfig: new Configuration([], {}),
    ref: (attribute) => ref('db/x', attribute),
    refTo: (key, attribute) => ref(`db/${key}`, attribute),
  });
  expect(address).toMatchObject({ family: 'sqlserver', port: 1433, host: 'erp', database: 'orders' });
});
