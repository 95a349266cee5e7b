import type {
  CloudFormationItem,
  IacGraph,
  RoleItem,
  RolePolicyItem,
  TerraformItem,
} from '../../../../shared/iac/ir/graph.ts';
import { type Body, ref } from '../../../../shared/iac/ir/expression.ts';
import type { ExportedFile } from '../../../../shared/iac/ir/line-map.ts';

/** A fault that an exporter could have, put into what it makes of `faultyDesign`. */
export interface Mutation {
  name: string;
  /** A change of the intermediate form: of the mappings, the lowering, the grants. */
  graph?: (graph: IacGraph) => IacGraph;
  /** A change of the printed files: of the printers and their literals. */
  cdk?: (text: string, path: string) => string;
  terraform?: (text: string, path: string) => string;
}

type Change<T> = (item: T) => T;

const changeCdk =
  (type: string, change: Change<CloudFormationItem>) =>
  (graph: IacGraph): IacGraph => ({
    ...graph,
    cloudFormation: graph.cloudFormation.map((item) =>
      item.kind === 'resource' && item.type === type ? change(item) : item,
    ),
  });

const changeTerraform =
  (type: string, change: Change<TerraformItem>) =>
  (graph: IacGraph): IacGraph => ({
    ...graph,
    terraform: graph.terraform.map((item) =>
      item.kind === 'resource' && item.type === type ? change(item) : item,
    ),
  });

/** In both tools, as a fault of the lowering would be. */
const changeRoles =
  (change: Change<RoleItem>) =>
  (graph: IacGraph): IacGraph => ({
    ...graph,
    cloudFormation: graph.cloudFormation.map((item) => (item.kind === 'role' ? change(item) : item)),
    terraform: graph.terraform.map((item) => (item.kind === 'role' ? change(item) : item)),
  });

const changePolicies =
  (change: Change<RolePolicyItem>) =>
  (graph: IacGraph): IacGraph => ({
    ...graph,
    cloudFormation: graph.cloudFormation.map((item) => (item.kind === 'role-policy' ? change(item) : item)),
    terraform: graph.terraform.map((item) => (item.kind === 'role-policy' ? change(item) : item)),
  });

const mapActions = (map: (action: string) => string[]) =>
  changePolicies((item) => ({
    ...item,
    statements: item.statements.map((statement) => ({
      ...statement,
      actions: statement.actions.flatMap(map),
    })),
  }));

const without = (body: Body, name: string): Body =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));

const rename = (body: Body, from: string, to: string): Body =>
  Object.fromEntries(Object.entries(body).map(([key, value]) => [key === from ? to : key, value]));

const setCdk = (type: string, properties: Body) =>
  changeCdk(type, (item) => ({ ...item, properties: { ...item.properties, ...properties } }));

const setTerraform = (type: string, body: Body) =>
  changeTerraform(type, (item) => ({ ...item, arguments: { ...item.arguments, ...body } }));

/** At least twenty kinds of faults; each must be caught by one of the proofs. */
export const mutations: readonly Mutation[] = [
  {
    name: 'wrong property name (CDK)',
    graph: changeCdk('AWS::Kinesis::Stream', (item) => ({
      ...item,
      properties: rename(item.properties, 'RetentionPeriodHours', 'RetentionHours'),
    })),
  },
  {
    name: 'wrong argument name (Terraform)',
    graph: changeTerraform('aws_kinesis_stream', (item) => ({
      ...item,
      arguments: rename(item.arguments, 'retention_period', 'retention_hours'),
    })),
  },
  { name: 'missing grant', graph: mapActions((action) => (action === 'kinesis:GetRecords' ? [] : [action])) },
  {
    name: 'grant in one tool only',
    terraform: (text) => text.replace(/ *"s3:PutObject",?\n?/, ''),
  },
  {
    name: 'misspelt action',
    graph: mapActions((action) => [action.replace('kinesis:GetRecords', 'kinesis:GetRecord')]),
  },
  { name: 'wildcard action', graph: mapActions((action) => [action.replace('sqs:ReceiveMessage', 'sqs:*')]) },
  {
    name: 'wildcard resource',
    graph: changePolicies((item) => ({
      ...item,
      statements: item.statements.map((statement) => ({ ...statement, resources: ['*'] })),
    })),
  },
  {
    name: 'action on the wrong resource',
    graph: changePolicies((item) => ({
      ...item,
      statements: item.statements.map((statement) =>
        statement.actions.includes('kinesis:GetRecords')
          ? { ...statement, resources: [ref('lake/bucket', 'arn')] }
          : statement,
      ),
    })),
  },
  {
    name: 'wrong trust principal',
    graph: changeRoles((item) => ({
      ...item,
      trusts: item.trusts.map((trust) => trust.replace('lambda.', 'glue.')),
    })),
  },
  {
    name: 'swapped reference (CDK)',
    graph: changeCdk('AWS::Lambda::EventSourceMapping', (item) => ({
      ...item,
      properties: { ...item.properties, EventSourceArn: ref('orders/queue', 'arn') },
    })),
  },
  {
    name: 'swapped reference (Terraform)',
    graph: changeTerraform('aws_lambda_event_source_mapping', (item) => ({
      ...item,
      arguments: { ...item.arguments, event_source_arn: ref('orders/queue', 'arn') },
    })),
  },
  {
    name: 'reference to nothing',
    terraform: (text) => text.replaceAll('aws_kinesis_stream.clicks.arn', 'aws_kinesis_stream.click.arn'),
  },
  {
    name: 'attribute that does not exist',
    terraform: (text) =>
      text.replaceAll('aws_kinesis_stream.clicks.arn', 'aws_kinesis_stream.clicks.stream_arn'),
  },
  { name: 'missing escape (CDK)', cdk: (text) => text.replaceAll('\\"', '"') },
  { name: 'missing escape (Terraform)', terraform: (text) => text.replaceAll('$${', '${') },
  { name: 'comment that ends early', terraform: (text) => text.replace('# ', '# \n') },
  {
    name: 'dropped optional property (CDK)',
    graph: changeCdk('AWS::Lambda::Function', (item) => ({
      ...item,
      properties: without(item.properties, 'MemorySize'),
    })),
  },
  {
    name: 'dropped optional argument (Terraform)',
    graph: changeTerraform('aws_lambda_function', (item) => ({
      ...item,
      arguments: without(item.arguments, 'memory_size'),
    })),
  },
  {
    name: 'wrong enum',
    graph: setCdk('AWS::Kinesis::Stream', { StreamModeDetails: { StreamMode: 'RESERVED' } }),
  },
  { name: 'unit mismatch', graph: setTerraform('aws_kinesis_stream', { retention_period: 48 * 60 }) },
  { name: 'value out of range', graph: setCdk('AWS::Lambda::Function', { MemorySize: 32 }) },
  { name: 'list where a value belongs', graph: setTerraform('aws_kinesis_stream', { shard_count: [2] }) },
  { name: 'text where a number belongs', graph: setCdk('AWS::Kinesis::Stream', { ShardCount: 'many' }) },
  {
    name: 'lost dependency (Terraform)',
    graph: changeTerraform('aws_lambda_function', (item) => ({ ...item, dependsOn: [] })),
  },
  {
    name: 'lost dependency (CDK)',
    graph: changeCdk('AWS::Lambda::Function', (item) => ({ ...item, dependsOn: [] })),
  },
  { name: 'wrong Region (CDK)', cdk: (text) => text.replace('"eu-central-1"', '"us-east-1"') },
  { name: 'wrong Region (Terraform)', terraform: (text) => text.replace('"eu-central-1"', '"us-east-1"') },
  { name: 'lost tags', graph: (graph) => ({ ...graph, tags: {} }) },
  {
    name: 'doubled resource',
    graph: (graph) => ({
      ...graph,
      terraform: graph.terraform.flatMap((item) =>
        item.kind === 'resource' && item.type === 'aws_sqs_queue'
          ? [item, { ...item, id: `${item.id}-2` }]
          : [item],
      ),
    }),
  },
  {
    name: 'lost resource',
    graph: (graph) => ({
      ...graph,
      cloudFormation: graph.cloudFormation.filter(
        (item) => !(item.kind === 'resource' && item.type === 'AWS::Logs::LogGroup'),
      ),
    }),
  },
  {
    name: 'state that leads nowhere',
    graph: setCdk('AWS::StepFunctions::StateMachine', {
      DefinitionString: JSON.stringify({
        StartAt: 'A',
        States: { A: { Type: 'Pass', Next: 'B' } },
      }),
    }),
  },
  {
    name: 'unstable order',
    graph: (graph) => {
      turn += 1;
      const shift = turn % graph.sections.length;
      return { ...graph, variables: [...graph.variables], tags: reorder(graph.tags, shift) };
    },
  },
  { name: 'crooked layout', terraform: (text) => text.replace(/\n {2}(\w)/, '\n   $1') },
];

let turn = 0;

/** Another order for each time it is called, as iteration over a set of objects could give. */
function reorder(tags: Readonly<Record<string, string>>, shift: number): Record<string, string> {
  const entries = Object.entries(tags);
  const by = shift % Math.max(1, entries.length);
  return Object.fromEntries([...entries.slice(by), ...entries.slice(0, by)]);
}

/** The files with the change of their texts. */
export const changeFiles = (
  files: readonly ExportedFile[],
  change: ((text: string, path: string) => string) | undefined,
  pattern: RegExp,
): ExportedFile[] =>
  files.map((file) =>
    change && pattern.test(file.path) ? { ...file, text: change(file.text, file.path) } : { ...file },
  );
