/**
 * Writes test/fixtures/terraform-schema.json: the AWS provider's schema of the resource types that
 * exports use, read from the typed bindings of @cdktn/provider-aws (generated from hashicorp/aws).
 * The package is fetched with `npm pack` and never installed. Run it after a service adds a type:
 * `node scripts/run-ts.mjs scripts/iac/extract-terraform-schema.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraformAttributes } from '../../shared/iac/ir/attributes.ts';
import { loweredTypes } from '../../shared/iac/lower/lowered-types.ts';
import { services } from '../../shared/services/registry.ts';
import { type Block, BindingReader } from './provider-bindings.ts';

const bindings = '@cdktn/provider-aws@25.7.0';
const target = join('test', 'fixtures', 'terraform-schema.json');

const directory = mkdtempSync(join(tmpdir(), 'terraform-schema-'));
try {
  const archive = execFileSync('npm', ['pack', bindings, '--silent', '--pack-destination', directory], {
    encoding: 'utf8',
  }).trim();
  execFileSync('tar', [
    '-xzf',
    join(directory, archive),
    '-C',
    directory,
    '--wildcards',
    'package/lib/*/index.js',
  ]);
  const wanted = new Set<string>([
    ...Object.keys(terraformAttributes),
    ...loweredTypes.terraform,
    ...services.flatMap((service) => service.iac.types.terraform),
    'aws_caller_identity',
    'aws_partition',
    'aws_region',
    'aws_iam_policy_document',
  ]);
  const lib = join(directory, 'package', 'lib');
  const provider = readFileSync(join(lib, 'provider', 'index.js'), 'utf8');
  const schema: {
    provider: string;
    configuration: Block;
    resources: Record<string, Block>;
    data: Record<string, Block>;
  } = { provider: '', configuration: new BindingReader(provider).root, resources: {}, data: {} };
  for (const folder of readdirSync(lib).sort()) {
    const source = readFileSync(join(lib, folder, 'index.js'), 'utf8');
    const type = /static tfResourceType = "(\w+)"/.exec(source)?.[1];
    if (type === undefined || !wanted.has(type)) continue;
    const reader = new BindingReader(source);
    schema[reader.isData ? 'data' : 'resources'][type] = reader.root;
    schema.provider ||= `hashicorp/aws ${/providers\/hashicorp\/aws\/([\d.]+)\//.exec(source)?.[1] ?? '?'}`;
  }
  const missing = [...wanted].filter(
    (type) => type.startsWith('aws_') && !schema.resources[type] && !schema.data[type],
  );
  if (missing.length > 0) console.warn(`Not in the provider: ${missing.join(', ')}`);
  writeFileSync(target, `${JSON.stringify(schema)}\n`);
  console.log(
    `${target}: ${Object.keys(schema.resources).length} resources, ${Object.keys(schema.data).length} data sources`,
  );
} finally {
  rmSync(directory, { recursive: true });
}
