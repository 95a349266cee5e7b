import { expect, test } from 'vitest';
import { printCdk } from '../../../shared/iac/cdk/print-project.ts';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { printTerraform } from '../../../shared/iac/terraform/print-project.ts';
import { openKinds } from '../../../shared/integrations/kinds.ts';
import { genericAws } from '../../../shared/services/generic-aws/index.ts';
import { services } from '../../../shared/services/registry.ts';
import { buildDesign } from '../iac/designs.ts';
import { buildContribution, buildModel } from './service-contexts.ts';

const airflow = {
  resourceType: 'AWS::MWAA::Environment',
  resourceProperties: '{"Name": "flow", "Tags": {"cost-center": "42"}, "NetworkConfiguration": null}',
};

function printBoth(properties: Record<string, string>): { cdk: string; terraform: string } {
  const { graph, blockers } = lowerDesign(buildDesign([{ id: 'flow', service: 'generic-aws', properties }]));
  expect(blockers).toEqual([]);
  const join = (files: readonly { text: string }[]) => files.map((file) => file.text).join('\n');
  return { cdk: join(printCdk(graph)), terraform: join(printTerraform(graph)) };
}

test('any type is a plain resource in CDK and goes through Cloud Control in Terraform', () => {
  const { cdk, terraform } = printBoth(airflow);
  expect(cdk).toContain('new cdk.CfnResource(this, "FlowResource", {');
  expect(cdk).toContain('type: "AWS::MWAA::Environment"');
  // Names stay as CloudFormation spells them, and null members are left out.
  expect(cdk).toContain('"cost-center": "42"');
  expect(cdk).not.toContain('NetworkConfiguration');
  expect(terraform).toMatch(/resource "aws_cloudcontrolapi_resource" "\w+" \{/);
  expect(terraform).toMatch(/type_name\s+= "AWS::MWAA::Environment"/);
});

test('a Terraform type takes arguments, lists of objects as blocks', () => {
  const { terraform } = printBoth({
    ...airflow,
    terraformType: 'aws_mwaa_environment',
    terraformArguments:
      '{"name": "flow", "network_configuration": [{"subnet_ids": ["subnet-1"]}], "tags": {"a": "b"}}',
  });
  expect(terraform).toMatch(/resource "aws_mwaa_environment"/);
  expect(terraform).toMatch(/network_configuration \{\n\s+subnet_ids = \["subnet-1"\]/);
  expect(terraform).toMatch(/tags = \{/);
});

test.each([
  ['{"a": ', 'not valid JSON'],
  ['[1]', 'must be a JSON object'],
  ['{"a": {"Ref": "Other"}}', 'contain Ref'],
  ['{"a": [{"Fn::Sub": "x"}]}', 'contain Fn::Sub'],
  ['{"a": "\\u0024{Token[TOKEN.1]}"}', 'no export can hold'],
  ['{"a": "\\ud800"}', 'no export can hold'],
])('%s blocks the export of the node', (resourceProperties, message) => {
  const properties = { ...airflow, resourceProperties };
  const { blockers } = lowerDesign(buildDesign([{ id: 'flow', service: 'generic-aws', properties }]));
  expect(blockers.map((blocker) => blocker.message).join(' ')).toContain(message);
});

test('a node without a type leaves a step to do by hand', () => {
  const contribution = buildContribution(genericAws);
  expect(contribution.cloudFormation).toEqual([]);
  expect(contribution.manualSteps).toHaveLength(1);
  expect(genericAws.properties.find(({ name }) => name === 'resourceType')).toMatchObject({ required: true });
});

test('it has the capacity the designer states', () => {
  const [stage] = buildModel(genericAws, { ...airflow, recordsPerSecond: 50 }).stages;
  expect(stage).toMatchObject({ label: 'AWS::MWAA::Environment', admission: [{ recordsPerSecond: 50 }] });
});

test.each(services.filter(({ iac }) => iac.primary !== '').map(({ id }) => id))(
  '%s exports beside resources and systems it knows nothing about',
  (service) => {
    const nodes = openKinds.flatMap((kind) => [
      { id: `from-${kind}`, service: kind, properties: kind === 'generic-aws' ? airflow : {} },
      { id: `to-${kind}`, service: kind, properties: kind === 'generic-aws' ? airflow : {} },
    ]);
    const edges = openKinds.flatMap((kind) => [
      { source: `from-${kind}`, target: 'node' },
      { source: 'node', target: `to-${kind}` },
    ]);
    const { blockers } = lowerDesign(buildDesign([{ id: 'node', service }, ...nodes], edges));
    expect(blockers).toEqual([]);
  },
);
