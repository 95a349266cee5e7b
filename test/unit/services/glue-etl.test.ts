import { expect, test } from 'vitest';
import { glueEtl } from '../../../shared/services/glue-etl/index.ts';
import { rateOf } from './cost-rate.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('10 G.1X for 30 min and 10 G.2X for 15 min both cost 2.20 USD (WE-46)', () => {
  const g1 = buildModel(glueEtl, { workerType: 'G.1X', numberOfWorkers: 10 });
  const g2 = buildModel(glueEtl, { workerType: 'G.2X', numberOfWorkers: 10 });
  expect(rateOf(glueEtl, g1, 'DPU hours') * 1800).toBeCloseTo(2.2, 9);
  expect(rateOf(glueEtl, g2, 'DPU hours') * 900).toBeCloseTo(2.2, 9);
});

test('runs at once are bound by the DPUs of the account', () => {
  const model = buildModel(glueEtl, {
    workerType: 'G.8X',
    numberOfWorkers: 100,
    maxConcurrentRuns: 5,
  });
  // 800 DPU per run against 1,000 in us-east-1.
  expect(model.stages[0]?.job?.slots).toBe(1);
  expect(model.stages[0]?.job?.label).toContain('1000 DPUs of the account');
});

test('a bucket to bucket job ships a script that uses the arguments it is given', () => {
  const contribution = buildContribution(
    glueEtl,
    { schedule: 'cron(15 * * * ? *)' },
    {
      incoming: [{ service: 's3', edgeValues: { prefix: 'raw' } }, { service: 'glue-crawler' }],
      outgoing: [
        { service: 's3', node: 'out' },
        { service: 'glue-catalog', kind: 'metadata' },
      ],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const script = contribution.files?.[0]?.text ?? '';
  const job = contribution.cloudFormation.find((resource) => resource.key === 'job');
  const defaults = job?.properties.DefaultArguments as { value: object } | undefined;
  const given = Object.keys(defaults?.value ?? {});
  for (const name of script.match(/args\["(\w+)"\]/g) ?? []) {
    const argument = name.slice(6, -2);
    if (argument !== 'JOB_NAME') expect(given).toContain(`--${argument}`);
  }
  expect(script).toContain('enableUpdateCatalog=True');
  expect(
    contribution.cloudFormation.filter((resource) => resource.type === 'AWS::Glue::Trigger'),
  ).toHaveLength(2);
});

test('a database source brings a connection, a self-referencing group and the secret permission', () => {
  const contribution = buildContribution(
    glueEtl,
    {},
    { incoming: [{ service: 'rds' }], outgoing: [{ service: 'redshift' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.terraform.filter((resource) => resource.type === 'aws_glue_connection')).toHaveLength(
    2,
  );
  const statements = contribution.roles?.[0]?.statements ?? [];
  expect(statements.flatMap((statement) => statement.actions)).toContain('secretsmanager:GetSecretValue');
  expect(contribution.files?.[0]?.text).toContain('redshiftTmpDir');
});

test('a Python shell job has capacity instead of workers', () => {
  const contribution = buildContribution(glueEtl, { commandName: 'pythonshell' });
  const job = contribution.cloudFormation.find((resource) => resource.key === 'job');
  expect(job?.properties).toMatchObject({ MaxCapacity: 0.0625, WorkerType: undefined });
});
