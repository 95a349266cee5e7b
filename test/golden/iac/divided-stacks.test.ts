import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Design } from '../../../shared/graph/design.ts';
import { divideStacks } from '../../../shared/iac/cdk/divide-stacks.ts';
import { exportDesign } from '../../../shared/iac/export.ts';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { buildDesign } from '../../unit/iac/designs.ts';

/**
 * More than one stack takes: lines of a queue, a function and a table with a log bucket that all lines share,
 * functions in a VPC, and two rules that start the same task.
 */
function getLargeDesign(lines = 70): Design {
  const names = Array.from({ length: lines }, (_, index) => index + 1);
  const design = buildDesign(
    [
      { id: 'archive', service: 's3' },
      { id: 'alarms', service: 'sns' },
      ...names.flatMap((line) => [
        { id: `orders-${line}`, service: 'sqs' },
        { id: `enrich-${line}`, service: 'lambda', properties: { vpcAttachment: line % 9 === 0 ? 'ALWAYS' : 'NEVER' } },
        { id: `table-${line}`, service: 'dynamodb' },
      ]),
    ],
    names.flatMap((line) => [
      { source: `orders-${line}`, target: `enrich-${line}` },
      { source: `enrich-${line}`, target: `table-${line}` },
      { source: `enrich-${line}`, target: 'archive' },
      { source: `enrich-${line}`, target: 'alarms' },
    ]),
    'Order lines',
  );
  return { ...design, settings: { ...design.settings, tags: { team: 'data' } } };
}

interface Template {
  Resources: Record<string, { Type: string }>;
  Parameters?: Record<string, unknown>;
  Outputs?: Record<string, { Export?: { Name: string } }>;
}

const design = getLargeDesign();
let folder = '';
let templates = new Map<string, Template>();
let findings = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'divided-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  const { files } = exportDesign(design, 'cdk');
  for (const { path, text } of files) {
    const target = join(folder, 'project', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  // Compiled in place, with the options of the project.
  const options = ['-p', 'project', '--noEmit', 'false'];
  execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...options], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const context = JSON.stringify({ '@aws-cdk/core:validateAgainstDefaultRules': true });
  const out = join(folder, 'cdk.out');
  const env = { ...process.env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: context };
  findings = execFileSync(process.execPath, ['project/bin/app.js'], { cwd: folder, encoding: 'utf8', stdio: 'pipe', env });
  templates = new Map(
    readdirSync(out)
      .filter((name) => name.endsWith('.template.json'))
      .sort()
      .map((name) => [name.replace('.template.json', ''), JSON.parse(readFileSync(join(out, name), 'utf8')) as Template]),
  );
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a design that is too large for one stack', () => {
  test('is divided into stacks that CloudFormation takes', () => {
    expect([...templates.keys()]).toEqual(divideStacks(lowerDesign(design).graph).map(({ stackName }) => stackName));
    expect(templates.size).toBeGreaterThan(1);
    for (const { Resources, Outputs = {} } of templates.values()) {
      expect(Object.keys(Resources).length).toBeLessThanOrEqual(500);
      expect(Object.keys(Outputs).length).toBeLessThanOrEqual(200);
    }
  });

  test('has every resource once, under the name it would have in one stack', () => {
    const { graph } = lowerDesign(design);
    const ids = [...templates.values()].flatMap(({ Resources }) => Object.keys(Resources));
    expect(new Set(ids).size).toBe(graph.cloudFormation.length);
    expect(ids.length).toBe(graph.cloudFormation.length);
    expect(ids.filter((id) => /^Orders7($|[A-F0-9]{8}$)/.test(id))).toHaveLength(1);
  });

  test('refers to earlier stacks only, and to nothing that they do not give', () => {
    const exported = new Set<string>();
    for (const template of templates.values()) {
      const imports = [...JSON.stringify(template).matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name]) => name);
      for (const name of imports) expect(exported).toContain(name);
      for (const { Export } of Object.values(template.Outputs ?? {})) if (Export) exported.add(Export.Name);
    }
    expect(exported.size).toBeGreaterThan(0);
  });

  test('asks for an input in the stacks that use it only', () => {
    const asking = [...templates.values()].filter(({ Parameters = {} }) => 'VpcId' in Parameters);
    expect(asking.length).toBeGreaterThan(0);
    for (const template of asking) {
      expect(JSON.stringify(template.Resources)).toContain('{"Ref":"VpcId"}');
    }
  });

  test('finds nothing in the rules of the library', () => {
    expect(findings).not.toMatch(/error/i);
  });

  test('says in the README how many stacks there are', () => {
    const readme = exportDesign(design, 'cdk').files.find(({ path }) => path === 'README.md')?.text ?? '';
    expect(readme).toContain(`with ${templates.size} stacks (OrderLines1, OrderLines2`);
    expect(readme).toContain('npx cdk deploy --all');
  });

  test('is the same whatever the order of the document', () => {
    const turned = { ...design, nodes: design.nodes.toReversed(), edges: design.edges.toReversed() };
    const sections = (drawn: Design) =>
      divideStacks(lowerDesign(drawn).graph).map(({ graph }) => graph.cloudFormation.map(({ id }) => id).sort());
    expect(sections(turned)).toEqual(sections(design));
  });
});

test('nodes that need each other are never divided', () => {
  const parts = divideStacks(lowerDesign(design).graph);
  const stackOf = new Map(parts.flatMap(({ stackName, graph }) => graph.cloudFormation.map(({ section }) => [section, stackName] as const)));
  const order = parts.map(({ stackName }) => stackName);
  for (const { stackName, foreign } of parts) {
    for (const { stackName: other } of foreign.values()) {
      expect(order.indexOf(other)).toBeLessThan(order.indexOf(stackName));
    }
  }
  expect(stackOf.size).toBe(new Set(lowerDesign(design).graph.cloudFormation.map(({ section }) => section)).size);
});
