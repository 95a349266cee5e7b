import { expect, test } from 'vitest';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { cloudtrail } from '../../../shared/services/cloudtrail/index.ts';
import { buildDesign } from '../iac/designs.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('a trail alone records management events into a bucket of its own', () => {
  const contribution = buildContribution(cloudtrail);
  expect(findSchemaProblems(contribution)).toEqual([]);
  const trail = contribution.cloudFormation.find(({ key }) => key === 'trail');
  expect(trail?.properties).toMatchObject({
    IsLogging: true,
    IsMultiRegionTrail: true,
    EnableLogFileValidation: true,
    EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
  });
  expect(trail?.dependsOn).toEqual(['log-bucket-policy']);
  expect(contribution.roles).toEqual([]);
});

test('connected buckets give data events, and a trail never records nothing', () => {
  const edges = {
    incoming: [{ service: 's3', kind: 'metadata' as const, edgeValues: { prefix: 'orders' } }],
    outgoing: [{ service: 's3' }, { service: 'cw-logs' }, { service: 'sns', kind: 'control' as const }],
  };
  const contribution = buildContribution(cloudtrail, { managementEvents: 'None', insights: true }, edges);
  expect(findSchemaProblems(contribution)).toEqual([]);
  const selectors = contribution.cloudFormation[0]?.properties.EventSelectors;
  expect(selectors).toMatchObject([
    { IncludeManagementEvents: false, DataResources: [{ Type: 'AWS::S3::Object' }] },
  ]);
  expect(JSON.stringify(selectors)).toContain('/orders/');
  expect(contribution.cloudFormation).toHaveLength(1);
  expect(contribution.roles).toEqual([{ key: 'role', trusts: ['cloudtrail.amazonaws.com'] }]);
  const alone = buildContribution(cloudtrail, { managementEvents: 'None' });
  expect(JSON.stringify(alone.cloudFormation)).toContain('"IncludeManagementEvents":true');
});

test('the policies of a drawn bucket and topic come before the trail and do not wait for it', () => {
  const design = buildDesign(
    [
      { id: 'trail', service: 'cloudtrail' },
      { id: 'logs', service: 's3' },
      { id: 'news', service: 'sns' },
    ],
    [
      { source: 'trail', target: 'logs' },
      { source: 'trail', target: 'news' },
    ],
  );
  const { graph, blockers } = lowerDesign(design);
  expect(blockers).toEqual([]);
  for (const items of [graph.cloudFormation, graph.terraform]) {
    const trail = items.find(({ id }) => id === 'trail/trail');
    expect(trail?.dependsOn).toEqual(['logs/policy', 'news/topic-policy']);
    const ids = items.map(({ id }) => id);
    expect(ids.indexOf('logs/policy')).toBeLessThan(ids.indexOf('trail/trail'));
  }
});

test('events wait for the next log file', () => {
  const [stage] = buildModel(cloudtrail, { deliverySeconds: 120 }).stages;
  expect(stage?.batch).toMatchObject({ maxSeconds: 120, timer: 'last-flush' });
});
