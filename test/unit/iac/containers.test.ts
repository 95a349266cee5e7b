import { describe, expect, test } from 'vitest';
import type { Container, ContainerKind, Design } from '../../../shared/graph/design.ts';
import { exportDesign } from '../../../shared/iac/export.ts';
import { exportTargets } from '../../../shared/iac/targets.ts';
import type { CloudFormationItem, IacGraph } from '../../../shared/iac/ir/graph.ts';
import { getItemVariables } from '../../../shared/iac/ir/item-references.ts';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { buildDesign } from './designs.ts';

const container = (id: string, kind: ContainerKind, parent?: string, properties = {}): Container => ({
  id,
  kind,
  name: `The ${id}`,
  properties,
  ...(parent !== undefined && { parent }),
});

/** The nodes in the containers that `within` names. */
function place(
  design: Design,
  containers: readonly Container[],
  within: Readonly<Record<string, string>>,
): Design {
  return {
    ...design,
    containers: [...containers],
    nodes: design.nodes.map((node) => {
      const id = within[node.id];
      return id === undefined ? node : { ...node, container: id };
    }),
  };
}

function lower(design: Design): IacGraph {
  const { graph, blockers } = lowerDesign(design);
  expect(blockers).toEqual([]);
  return graph;
}

/** Names of the inputs that the things of a node use, in both tools alike. */
function getInputs(graph: IacGraph, node: string): string[] {
  const pick = (items: readonly (IacGraph['cloudFormation'][number] | IacGraph['terraform'][number])[]) =>
    [
      ...new Set(items.filter(({ section }) => section === node).flatMap((item) => getItemVariables(item))),
    ].sort();
  const inputs = pick(graph.cloudFormation);
  expect(pick(graph.terraform)).toEqual(inputs);
  return inputs;
}

const production = container('production', 'vpc');
const staging = container('staging-vpc', 'vpc');
const databases = buildDesign([
  { id: 'orders-db', service: 'rds' },
  { id: 'cache', service: 'elasticache' },
]);

describe('a VPC', () => {
  test('has inputs of its own, which what is drawn in it uses', () => {
    const graph = lower(place(databases, [production], { 'orders-db': 'production' }));
    expect(getInputs(graph, 'orders-db')).toEqual([
      'productionPrivateSubnetIds',
      'productionVpcCidr',
      'productionVpcId',
    ]);
    expect(getInputs(graph, 'cache')).toEqual(['privateSubnetIds', 'vpcCidr', 'vpcId']);
    expect(graph.variables.find(({ name }) => name === 'productionVpcId')?.description).toContain(
      'The production',
    );
  });

  test('is one of several, and no two share an input', () => {
    const within = { 'orders-db': 'production', cache: 'staging-vpc' };
    const graph = lower(place(databases, [production, staging], within));
    expect(getInputs(graph, 'cache')).toEqual([
      'stagingVpcCidr',
      'stagingVpcId',
      'stagingVpcPrivateSubnetIds',
    ]);
    expect(graph.variables.map(({ name }) => name)).not.toContain('vpcId');
  });

  test('called like another one with the word VPC behind it still has inputs of its own', () => {
    const twin = container('staging', 'vpc');
    const graph = lower(place(databases, [twin, staging], { 'orders-db': 'staging', cache: 'staging-vpc' }));
    expect(getInputs(graph, 'orders-db')).toContain('stagingVpcId');
    expect(getInputs(graph, 'cache')).toContain('stagingVpcVpcId');
  });

  test('with the id "vpc" does not take the inputs of what is drawn outside of it', () => {
    const graph = lower(place(databases, [container('vpc', 'vpc')], { cache: 'vpc' }));
    expect(getInputs(graph, 'cache')).toEqual(['vpcPrivateSubnetIds', 'vpcVpcCidr', 'vpcVpcId']);
  });

  test('keeps its inputs when it gets another name', () => {
    const renamed = { ...production, name: 'Something else' };
    const within = { 'orders-db': 'production' };
    expect(getInputs(lower(place(databases, [renamed], within)), 'orders-db')).toEqual(
      getInputs(lower(place(databases, [production], within)), 'orders-db'),
    );
  });

  test('has route tables of its own, to which an endpoint adds its route', () => {
    const design = place(buildDesign([{ id: 'endpoint', service: 'vpce-s3' }]), [production], {
      endpoint: 'production',
    });
    expect(getInputs(lower(design), 'endpoint')).toEqual([
      'productionPrivateRouteTableIds',
      'productionVpcId',
    ]);
  });

  test('attaches a function that is drawn in it', () => {
    const design = place(buildDesign([{ id: 'enrich', service: 'lambda' }]), [production], {
      enrich: 'production',
    });
    expect(getInputs(lower(design), 'enrich')).toEqual(['productionPrivateSubnetIds', 'productionVpcId']);
  });

  test('takes in a caller that is drawn outside of every VPC', () => {
    const design = buildDesign(
      [
        { id: 'enrich', service: 'lambda' },
        { id: 'orders-db', service: 'rds' },
      ],
      [{ source: 'enrich', target: 'orders-db' }],
    );
    const graph = lower(place(design, [production], { 'orders-db': 'production' }));
    expect(getInputs(graph, 'enrich')).toEqual(['productionPrivateSubnetIds', 'productionVpcId']);
  });

  test('of a task is the one that a rule starts it in', () => {
    const design = buildDesign(
      [
        { id: 'nightly', service: 'eventbridge-rule' },
        { id: 'load', service: 'ecs-fargate' },
      ],
      [{ source: 'nightly', target: 'load' }],
    );
    const graph = lower(place(design, [production, staging], { load: 'production', nightly: 'staging-vpc' }));
    expect(getInputs(graph, 'nightly')).toEqual(['productionPrivateSubnetIds']);
  });

  test('that a caller in another VPC reaches into needs peering, which the README says', () => {
    const design = buildDesign(
      [
        { id: 'enrich', service: 'lambda' },
        { id: 'orders-db', service: 'rds' },
      ],
      [{ source: 'enrich', target: 'orders-db' }],
    );
    const within = { enrich: 'staging-vpc', 'orders-db': 'production' };
    const { warnings } = exportDesign(place(design, [production, staging], within), 'terraform');
    expect(warnings.join(' ')).toMatch(/“The staging-vpc” and connects to “The production”.*peering/);
  });

  test('cannot be told for a caller outside that reaches into two', () => {
    const design = buildDesign(
      [
        { id: 'enrich', service: 'lambda' },
        { id: 'orders-db', service: 'rds' },
        { id: 'cache', service: 'elasticache' },
      ],
      [
        { source: 'enrich', target: 'orders-db' },
        { source: 'enrich', target: 'cache' },
      ],
    );
    const within = { 'orders-db': 'production', cache: 'staging-vpc' };
    const { graph } = lowerDesign(place(design, [production, staging], within));
    expect(getInputs(graph, 'enrich')).toEqual(['privateSubnetIds', 'vpcId']);
    expect(graph.warnings.join(' ')).toContain('Draw it in the one it belongs to.');
  });
});

describe('a subnet', () => {
  const tier = container('data-tier', 'subnet', 'production');

  test('stands for the subnets of what is drawn in it, in its VPC', () => {
    const graph = lower(place(databases, [production, tier], { 'orders-db': 'data-tier' }));
    expect(getInputs(graph, 'orders-db')).toEqual([
      'dataTierSubnetIds',
      'productionVpcCidr',
      'productionVpcId',
    ]);
  });

  test('is one input for all services in it that take one subnet', () => {
    const design = buildDesign([
      { id: 'notebook', service: 'sm-notebook' },
      { id: 'instance', service: 'ec2' },
    ]);
    const within = { notebook: 'data-tier', instance: 'data-tier' };
    const graph = lower(place(design, [production, tier], within));
    expect(getInputs(graph, 'notebook')).toEqual(['dataTierSubnetId', 'productionVpcId']);
    expect(getInputs(graph, 'instance')).toContain('dataTierSubnetId');
  });
});

describe('accounts and Regions', () => {
  const design = buildDesign([
    { id: 'clicks', service: 'kds' },
    { id: 'lake', service: 's3' },
  ]);
  const ireland = container('ireland', 'region', undefined, { region: 'eu-west-1' });
  const frankfurt = container('frankfurt', 'region', undefined, { region: 'eu-central-1' });
  const getBlockers = (drawn: Design) => lowerDesign(drawn).blockers.map(({ message }) => message);

  test.each(exportTargets)('two Regions are not one export: %s', (target) => {
    const { files, blockers } = exportDesign(
      place(design, [ireland, frankfurt], { clicks: 'ireland', lake: 'frankfurt' }),
      target,
    );
    expect(files).toEqual([]);
    expect(blockers.map(({ message }) => message).join()).toContain('2 Regions (eu-central-1, eu-west-1)');
  });

  test('what stands outside of a Region is in the one of the settings', () => {
    expect(getBlockers(place(design, [ireland], { clicks: 'ireland' }))).toEqual([
      expect.stringContaining('2 Regions'),
    ]);
    expect(getBlockers(place(design, [frankfurt], { clicks: 'frankfurt' }))).toEqual([]);
  });

  test('the only Region has to be the one of the settings', () => {
    expect(getBlockers(place(design, [ireland], { clicks: 'ireland', lake: 'ireland' }))).toEqual([
      expect.stringContaining(
        'Everything is drawn in eu-west-1, but the settings of the design say eu-central-1',
      ),
    ]);
  });

  test('two accounts are not one export', () => {
    const accounts = [container('producer', 'account'), container('consumer', 'account')];
    expect(getBlockers(place(design, accounts, { clicks: 'producer', lake: 'consumer' }))).toEqual([
      expect.stringContaining('2 accounts (The producer, The consumer)'),
    ]);
  });

  test('what stands outside of the only account goes into it, which the README says', () => {
    const { graph, blockers } = lowerDesign(
      place(design, [container('producer', 'account')], { clicks: 'producer' }),
    );
    expect(blockers).toEqual([]);
    expect(graph.warnings).toEqual([expect.stringContaining('S3 is drawn outside of the account')]);
  });

  test('what is drawn on premises but is a service of AWS is named', () => {
    const { graph } = lowerDesign(place(design, [container('site', 'on-premises')], { lake: 'site' }));
    expect(graph.warnings).toEqual([expect.stringContaining('“The site”')]);
  });
});

describe('in the files', () => {
  const tier = container('data-tier', 'subnet', 'production');
  const design = place(databases, [production, tier], { 'orders-db': 'data-tier' });
  const getFile = (target: 'cdk' | 'terraform' | 'cloudformation', path: RegExp): string =>
    exportDesign(design, target).files.find((file) => path.test(file.path))?.text ?? '';

  test('Terraform keeps what is in a container in a file of its own', () => {
    expect(getFile('terraform', /^data-tier\.tf$/)).toContain('resource "aws_db_instance" "orders_db"');
    expect(getFile('terraform', /^main\.tf$/)).not.toContain('aws_db_instance');
    expect(getFile('terraform', /^main\.tf$/)).toContain(
      'resource "aws_elasticache_serverless_cache" "cache"',
    );
  });

  test('no container takes the name of a file that every configuration has', () => {
    const main = place(databases, [container('main', 'group')], { 'orders-db': 'main' });
    const paths = exportDesign(main, 'terraform').files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('main2.tf');
  });

  test.each([
    ['cdk', /^lib\//, '// '],
    ['terraform', /^data-tier\.tf$/, '# '],
    ['cloudformation', /^template\.yaml$/, '# '],
  ] as const)('the heading in %s says where a thing is', (target, path, mark) => {
    expect(getFile(target, path)).toContain(`${mark}Amazon RDS, in The production / The data-tier
`);
  });

  test('the README says where things are', () => {
    expect(getFile('cdk', /^README\.md$/)).toMatch(
      /\| Amazon RDS[^|]* \| The production \/ The data-tier \|/,
    );
  });
});

test('what is drawn in a network still has the names of its things', () => {
  const getNames = (graph: IacGraph): string[] =>
    graph.cloudFormation.map((item) => `${item.id} ${(item as CloudFormationItem).type}`).sort();
  expect(getNames(lower(place(databases, [production], { 'orders-db': 'production' })))).toEqual(
    getNames(lower(databases)),
  );
});
