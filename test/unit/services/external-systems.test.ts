import { expect, test } from 'vitest';
import { datadog } from '../../../shared/services/datadog/index.ts';
import { dms } from '../../../shared/services/dms/index.ts';
import { externalSystem } from '../../../shared/services/external-system/index.ts';
import { mongodb } from '../../../shared/services/mongodb/index.ts';
import { splunk } from '../../../shared/services/splunk/index.ts';
import { thirdPartyHttp } from '../../../shared/services/third-party-http/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

const systems = [externalSystem, thirdPartyHttp, splunk, datadog, mongodb];

test.each(systems)('$id leaves nothing in an export and takes everything until it has a limit', (system) => {
  expect(buildContribution(system)).toEqual({ cloudFormation: [], terraform: [] });
  const [stage] = buildModel(system).stages;
  expect(stage?.service).toMatchObject({ kind: 'unlimited' });
  expect(stage?.admission).toBeUndefined();
});

test.each(systems)('$id refuses, holds back or loses what is above its limit', (system) => {
  const values = { recordsPerSecond: 100, senderRetrySeconds: 60 };
  const refused = buildModel(system, values).stages[0];
  expect(refused?.admission?.[0]).toMatchObject({
    recordsPerSecond: 100,
    onRefuse: 'retry',
    retryForSeconds: 60,
  });
  expect(refused?.admission?.[0]?.label).toContain('100 records/s');
  const lost = buildModel(system, { ...values, overload: 'LOSE' }).stages[0];
  expect(lost?.admission?.[0]?.onRefuse).toBe('drop');
  const waiting = buildModel(system, { ...values, overload: 'WAIT' }).stages[0];
  expect(waiting).toMatchObject({ queue: { onFull: 'block' }, service: { recordsPerSecond: 100 } });
});

test('a sender without patience drops what is refused', () => {
  const [stage] = buildModel(thirdPartyHttp, { recordsPerSecond: 5, senderRetrySeconds: 0 }).stages;
  expect(stage?.admission?.[0]?.onRefuse).toBe('drop');
});

test('Splunk answers when it acknowledges', () => {
  const [stage] = buildModel(splunk, { acknowledgmentSeconds: 20 }).stages;
  expect(stage?.service).toMatchObject({ time: { meanSeconds: 20 } });
});

test('DMS finds a MongoDB source by the address on its node', () => {
  const contribution = buildContribution(
    dms,
    {},
    {
      incoming: [{ service: mongodb, kind: 'change-capture', values: { databaseName: 'shop' } }],
      outgoing: [{ service: 's3', kind: 'change-capture' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const source = contribution.cloudFormation.find(({ key }) => key === 'source');
  expect(source?.properties).toMatchObject({
    EngineName: 'mongodb',
    DatabaseName: 'shop',
    SslMode: 'require',
  });
});
