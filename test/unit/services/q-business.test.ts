import { expect, test } from 'vitest';
import { getPairVerdict } from '../../../shared/integrations/verdict.ts';
import { qBusiness } from '../../../shared/services/q-business/index.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

test('one question per second is answered, more are lost', () => {
  const [stage] = buildModel(qBusiness).stages;
  expect(stage?.admission).toMatchObject([{ recordsPerSecond: 1, onRefuse: 'drop' }]);
  expect(buildModel(qBusiness, { queriesPerSecond: 4 }).stages[0]?.admission?.[0]?.label).toContain('4/s');
});

test('documents end in the index', () => {
  const context = buildSimulationContext(
    qBusiness,
    {},
    { incoming: [{ service: 's3' }, { service: 'user-app' }] },
  );
  const stages = context.incoming.map((edge) => qBusiness.simulation.buildIncoming?.(context, edge) ?? []);
  expect(stages[0]).toMatchObject([{ transform: { recordsPerRecord: 0 } }]);
  expect(stages[1]).toEqual([]);
});

test('buckets become data sources and people get a web experience', () => {
  const contribution = buildContribution(
    qBusiness,
    { indexUnits: 3 },
    { incoming: [{ service: 's3', edgeValues: { prefix: 'manuals' } }], outgoing: [{ service: 'user-app' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation.map(({ key }) => key)).toEqual([
    'application',
    'index',
    'retriever',
    'source-1',
    'web',
  ]);
  expect(JSON.stringify(contribution.cloudFormation)).toContain('manuals/');
  expect(contribution.roles?.map(({ key }) => key)).toEqual(['service-role', 'role', 'chat-role']);
  expect(contribution.manualSteps?.map((step) => step.target)).toEqual(['terraform', 'both']);
});

test('it is closed to new customers', () => {
  expect(getPairVerdict('s3', 'q-business').reason).toContain('existing customers only');
  expect(qBusiness.lifecycle.status).toBe('closed');
  expect(buildContribution(qBusiness).terraform).toHaveLength(1);
});
