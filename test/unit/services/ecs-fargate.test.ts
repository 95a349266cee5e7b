import { expect, test } from 'vitest';
import { ecsFargate } from '../../../shared/services/ecs-fargate/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('tasks × workers serve; no task serves nothing', () => {
  expect(
    buildModel(ecsFargate, { desiredCount: 3, workersPerTask: 2, secondsPerRecord: 0.5 }).stages[0]?.service,
  ).toMatchObject({
    kind: 'servers',
    servers: 6,
  });
  expect(buildModel(ecsFargate, { desiredCount: 0 }).stages[0]?.service).toMatchObject({
    kind: 'rate',
    recordsPerSecond: 0,
  });
});

test('a month of one task with 1 vCPU and 1 GB costs the published amounts', () => {
  const model = buildModel(ecsFargate, { cpu: '1024', memory: 1024 });
  const price = (id: string) => ecsFargate.limits.find((limit) => limit.id === id)?.value ?? 0;
  const month = model.cost?.map((line) => 730 * line.factor * price(line.price)) ?? [];
  expect(month[0]).toBeCloseTo(29.55, 2);
  expect(month[1]).toBeCloseTo(3.245, 2);
});

test('tasks run privately with separate task and execution roles', () => {
  const contribution = buildContribution(ecsFargate, { environment: { MODE: 'fast' } });
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.roles?.map((role) => role.key)).toEqual(['role', 'execution-role']);
  const task = contribution.cloudFormation.find((resource) => resource.key === 'task-definition');
  expect(task?.properties.ContainerDefinitions).toMatchObject([
    { Environment: [{ Name: 'MODE', Value: 'fast' }] },
  ]);
  const service = contribution.cloudFormation.find((resource) => resource.key === 'service');
  expect(service?.properties.NetworkConfiguration).toMatchObject({
    AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' },
  });
});
