import { describe, expect, test } from 'vitest';
import type { Design } from '../../../shared/graph/design.ts';
import { exportDesign } from '../../../shared/iac/export.ts';
import { exportTargets } from '../../../shared/iac/targets.ts';
import type { CloudFormationItem, IacGraph, RolePolicyItem } from '../../../shared/iac/ir/graph.ts';
import { collectItemReferences } from '../../../shared/iac/ir/item-references.ts';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { buildDesign } from './designs.ts';

const lower = (design: Design): IacGraph => {
  const { graph, blockers } = lowerDesign(design);
  expect(blockers).toEqual([]);
  return graph;
};

const getActions = (graph: IacGraph, section: string): string[] =>
  graph.cloudFormation
    .filter((item): item is RolePolicyItem => item.kind === 'role-policy' && item.section === section)
    .flatMap((item) => item.statements.flatMap((statement) => statement.actions));

const findResource = (graph: IacGraph, type: string, section?: string): CloudFormationItem | undefined =>
  graph.cloudFormation.find(
    (item): item is CloudFormationItem =>
      item.kind === 'resource' && item.type === type && (section === undefined || item.section === section),
  );

const clicks = buildDesign(
  [
    { id: 'clicks', service: 'kds' },
    { id: 'enrich', service: 'lambda' },
  ],
  [{ source: 'clicks', target: 'enrich' }],
);

test('everything comes after what it needs', () => {
  const graph = lower(
    buildDesign(
      [
        { id: 'enrich', service: 'lambda' },
        { id: 'lake', service: 's3' },
        { id: 'clicks', service: 'kds' },
        { id: 'alerts', service: 'sns' },
      ],
      [
        { source: 'lake', target: 'enrich' },
        { source: 'clicks', target: 'enrich' },
        { source: 'enrich', target: 'alerts' },
      ],
    ),
  );
  for (const items of [graph.cloudFormation, graph.terraform]) {
    const seen = new Set<string>();
    for (const item of items) {
      for (const id of collectItemReferences(item)) expect(seen).toContain(id);
      seen.add(item.id);
    }
  }
});

test('an edge grants the role of its end what the integration book says, and no more', () => {
  const own = getActions(lower(buildDesign([{ id: 'enrich', service: 'lambda' }])), 'enrich');
  // The dead letters of the event source are the function's own need, not the edge's.
  const added = getActions(lower(clicks), 'enrich').filter(
    (action) => !own.includes(action) && action !== 'sqs:SendMessage',
  );
  expect(added.sort()).toEqual([
    'kinesis:DescribeStream',
    'kinesis:DescribeStreamSummary',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
  ]);
});

test('a customer key on the source lets the reader decrypt', () => {
  const graph = lower(
    buildDesign(
      [
        { id: 'key', service: 'kms' },
        { id: 'clicks', service: 'kds', properties: { encryption: 'CUSTOMER_MANAGED' } },
        { id: 'enrich', service: 'lambda' },
      ],
      [
        { source: 'key', target: 'clicks' },
        { source: 'clicks', target: 'enrich' },
      ],
    ),
  );
  expect(getActions(lower(clicks), 'enrich')).not.toContain('kms:Decrypt');
  expect(getActions(graph, 'enrich')).toContain('kms:Decrypt');
});

test('a queue admits only the topic that feeds it, in this account', () => {
  const graph = lower(
    buildDesign(
      [
        { id: 'alerts', service: 'sns' },
        { id: 'work', service: 'sqs' },
      ],
      [{ source: 'alerts', target: 'work' }],
    ),
  );
  const policy = graph.cloudFormation.find(({ id }) => id === 'work/queue-policy') as CloudFormationItem;
  const document = JSON.stringify(policy.properties['PolicyDocument']);
  expect(document).toContain('"sns.amazonaws.com"');
  expect(document).toContain('"aws:SourceArn":{"resource":"alerts/');
  expect(document).toContain('"aws:SourceAccount":{"name":"account"');
});

describe('a bucket that notifies a function', () => {
  const graph = lower(
    buildDesign(
      [
        { id: 'lake', service: 's3' },
        { id: 'enrich', service: 'lambda' },
      ],
      [{ source: 'lake', target: 'enrich' }],
    ),
  );

  test('waits for the permission, which spells the name of the bucket out', () => {
    const permission = findResource(graph, 'AWS::Lambda::Permission');
    expect(findResource(graph, 'AWS::S3::Bucket')?.dependsOn).toEqual([permission?.id]);
    expect(JSON.stringify(permission?.properties['SourceArn'])).toContain(':s3:::');
    expect(permission && [...collectItemReferences(permission)]).not.toContain('lake/bucket');
  });

  test('refers to the bucket in Terraform, where there is no circle', () => {
    const permission = graph.terraform.find(
      (item) => item.kind === 'resource' && item.type === 'aws_lambda_permission',
    );
    expect(permission && [...collectItemReferences(permission)]).toContain('lake/bucket');
  });
});

describe('what cannot be exported', () => {
  const getMessages = (design: Design) => lowerDesign(design).blockers.map((blocker) => blocker.message);

  test('names the node of an unknown service', () => {
    const { blockers } = lowerDesign(buildDesign([{ id: 'x', service: 'no-such-service' }]));
    expect(blockers).toEqual([{ node: 'x', message: 'The catalogue has no service "no-such-service".' }]);
  });

  test.each(['${Token[AWS.AccountId.9]}', 'a #{Token[TOKEN.7]} b'])('refuses the CDK token %s', (text) => {
    expect(getMessages(buildDesign([{ id: 'clicks', service: 'kds', name: text }]))).toEqual([
      expect.stringContaining('CDK token'),
    ]);
    const named = buildDesign([{ id: 'clicks', service: 'kds' }], [], text);
    expect(getMessages(named)).toEqual([expect.stringContaining('The name of the design')]);
  });

  test('refuses half a character', () => {
    expect(getMessages(buildDesign([{ id: 'clicks', service: 'kds', notes: 'half \uD83D' }]))).toEqual([
      expect.stringContaining('half a character'),
    ]);
  });

  test.each([
    ['aws:reserved', 'x'],
    ['team', 'quote " inside'],
    ['', 'x'],
    ['team', 'x'.repeat(257)],
  ])('refuses the tag %j = %j', (key, value) => {
    const design = { ...clicks, settings: { ...clicks.settings, tags: { [key]: value } } };
    expect(getMessages(design)).toEqual([expect.stringContaining('tag')]);
  });

  test.each([
    ['bedrock-guardrail', 'Übersicht'],
    ['rekognition-video', 'two words'],
  ])('refuses a tag that %s does not take: %s', (service, team) => {
    const tags = { team };
    expect(getMessages({ ...clicks, settings: { ...clicks.settings, tags } })).toEqual([]);
    const design = buildDesign([{ id: 'guard', service }]);
    expect(getMessages({ ...design, settings: { ...design.settings, tags } })).toEqual([
      expect.stringContaining('guard does not take'),
    ]);
  });

  test('warns of text that CloudFormation resolves', () => {
    const design = buildDesign([{ id: 'clicks', service: 'kds', name: '{{resolve:ssm:x}}' }]);
    expect(lowerDesign(design).graph.warnings).toEqual([expect.stringContaining('{{resolve:')]);
  });

  test('says so when nothing of a design is a resource', () => {
    expect(getMessages(buildDesign([]))).toEqual([expect.stringContaining('Nothing is exported')]);
  });

  test.each(exportTargets)('exports nothing to %s while the rules find errors', (target) => {
    const finding = {
      rule: 'some-rule',
      key: 'some-rule clicks',
      message: 'It is wrong.',
      why: 'Because.',
      targets: [{ kind: 'node', id: 'clicks' } as const],
      sources: [],
      repairs: [],
    };
    const refused = exportDesign(clicks, target, [{ ...finding, severity: 'error' }]);
    expect(refused.files).toEqual([]);
    expect(refused.blockers).toEqual([{ node: 'clicks', message: 'some-rule: It is wrong.' }]);
    const warned = exportDesign(clicks, target, [{ ...finding, severity: 'warning' }]);
    expect(warned.warnings).toContain('It is wrong.');
    const readme = warned.files.find((file) => file.path === 'README.md');
    // A list of resources is read, not deployed: it has no README.
    if (target !== 'resources') expect(readme?.text).toContain('It is wrong.');
    const accepted = exportDesign(clicks, target, [{ ...finding, severity: 'error', suppressed: 'known' }]);
    expect(accepted.blockers).toEqual([]);
  });
});

describe.each(exportTargets)('the %s export', (target) => {
  const getTexts = (design: Design): Map<string, string> =>
    new Map(exportDesign(design, target).files.map((file) => [file.path, file.text]));

  test('is the same twice and wherever the nodes stand', () => {
    const moved = {
      ...clicks,
      nodes: clicks.nodes.map((node, index) => ({ ...node, position: { x: index * 100, y: -50 } })),
    };
    expect(getTexts(clicks)).toEqual(getTexts(clicks));
    expect(getTexts(moved)).toEqual(getTexts(clicks));
  });

  test('keeps ids and addresses when a node is renamed', () => {
    const renamed = {
      ...clicks,
      nodes: clicks.nodes.map((node) => ({ ...node, name: `Renamed ${node.id}` })),
    };
    const pattern = {
      cdk: /new \w+\.\w+\(\s*this,\s*"\w+"/g,
      terraform: /^(?:resource|data) "\w+" "\w+"/gm,
      cloudformation: /^ {2}\w+:$/gm,
      resources: /^\| \w+ \| AWS::/gm,
    }[target];
    const getIds = (design: Design) =>
      [...getTexts(design).values()].flatMap((text) => text.match(pattern) ?? []).sort();
    expect(getIds(clicks).length).toBeGreaterThan(4);
    expect(getIds(renamed)).toEqual(getIds(clicks));
  });

  test('only gains lines when a node is added', () => {
    const grown = buildDesign([...clicks.nodes, { id: 'archive', service: 's3' }], clicks.edges, clicks.name);
    const before = getTexts(clicks);
    const after = getTexts(grown);
    const code = [...before.keys()].filter((path) => /\.(ts|tf|yaml)$/.test(path));
    for (const path of code) {
      const left = after.get(path)?.split('\n') ?? [];
      for (const line of before.get(path)?.split('\n') ?? []) {
        const index = left.indexOf(line);
        expect(index, `${path}: ${line}`).toBeGreaterThanOrEqual(0);
        left.splice(0, index + 1);
      }
    }
  });

  test('knows which lines come from which node', () => {
    const file = exportDesign(clicks, target).files.find(({ path }) =>
      /^(main\.tf|lib\/.*|template\.yaml|resources\.csv)$/.test(path),
    );
    const lines = file?.text.split('\n') ?? [];
    const getText = (node: string) =>
      file?.nodes
        .filter((range) => range.node === node)
        .map((range) => lines.slice(range.from - 1, range.to).join('\n'))
        .join('\n') ?? '';
    expect(getText('clicks')).toMatch(/kinesis\.CfnStream|aws_kinesis_stream|AWS::Kinesis::Stream/);
    expect(getText('clicks')).not.toMatch(/lambda\.CfnFunction|aws_lambda_function|AWS::Lambda::Function/);
    expect(getText('enrich')).toMatch(/lambda\.CfnFunction|aws_lambda_function|AWS::Lambda::Function/);
  });
});

test('a step by hand that two nodes need names the node', () => {
  const clickHouse = { id: 'house', service: 'redshift', name: 'Click warehouse' };
  const orderHouse = { id: 'orders', service: 'redshift', name: 'Order warehouse' };
  const load = (target: string) => ({ source: 'lake', target });
  const one = buildDesign([{ id: 'lake', service: 's3' }, clickHouse], [load('house')]);
  const two = buildDesign(
    [{ id: 'lake', service: 's3' }, clickHouse, orderHouse],
    [load('house'), load('orders')],
  );
  const titles = (design: Design) => lower(design).manualSteps.map(({ title }) => title);
  expect(titles(one)).toEqual(['Load the bucket with COPY']);
  expect(titles(two)).toEqual([
    'Load the bucket with COPY (Click warehouse)',
    'Load the bucket with COPY (Order warehouse)',
  ]);
});

test('a design that is too large for one stack is no single template', () => {
  const nodes = Array.from({ length: 251 }, (_, index) => ({ id: `queue-${index}`, service: 's3' }));
  const design = buildDesign(nodes);
  for (const target of ['terraform', 'cdk'] as const)
    expect(exportDesign(design, target).blockers).toEqual([]);
  const { blockers, files } = exportDesign(design, 'cloudformation');
  expect(files).toEqual([]);
  expect(blockers.map(({ message }) => message).join('\n')).toMatch(/502 resources .* at most 500/);
});

describe('an API with a log group', () => {
  const build = (apiType: string, logged: boolean) => {
    const nodes = [
      { id: 'api', service: 'api-gateway', properties: { apiType } },
      { id: 'handler', service: 'lambda' },
      { id: 'requests', service: 'cw-logs' },
    ];
    const logs = logged ? [{ source: 'api', target: 'requests' }] : [];
    return lower(buildDesign(nodes, [{ source: 'api', target: 'handler' }, ...logs]));
  };

  test.each([
    ['REST', 'AWS::ApiGateway::Stage', 'AccessLogSetting'],
    ['HTTP', 'AWS::ApiGatewayV2::Stage', 'AccessLogSettings'],
  ])('writes its requests to it: %s', (apiType, type, property) => {
    const settings = findResource(build(apiType, true), type, 'api')?.properties[property];
    expect(settings).toMatchObject({ DestinationArn: { resource: 'requests/group', attribute: 'arn' } });
    // Without the id of the request the service refuses the format.
    expect(JSON.stringify(settings)).toContain('$context.requestId');
    expect(findResource(build(apiType, false), type, 'api')?.properties[property]).toBeUndefined();
  });

  test('needs the account role for REST only', () => {
    expect(build('REST', true).manualSteps).toHaveLength(1);
    expect(build('REST', false).manualSteps).toHaveLength(0);
    expect(build('HTTP', true).manualSteps).toHaveLength(0);
  });
});
