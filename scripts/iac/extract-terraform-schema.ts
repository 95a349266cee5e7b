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

const bindings = '@cdktn/provider-aws@25.7.0';
const target = join('test', 'fixtures', 'terraform-schema.json');

/** Attributes as `flags type`: r required, o optional, c computed. Blocks by name. */
interface Block {
  attributes: Record<string, string>;
  blocks: Record<string, NestedBlock>;
}
interface NestedBlock extends Block {
  /** At least one is required. */
  required: boolean;
  /** At most one is allowed. */
  single: boolean;
}

interface Member {
  isBlock: boolean;
  type: string;
  /** Name of the structure that a value consists of. */
  struct: string | undefined;
  repeatable: boolean;
  /** An attribute that holds a list of objects, which may be written as blocks all the same. */
  attribute: boolean;
}

type Flags = ReadonlyMap<string, string>;

/** `name: { value: …, isBlock: …, type: …, storageClassType: … }` entries of one attribute table. */
function readMembers(table: string): Map<string, Member> {
  const members = new Map<string, Member>();
  const entry =
    /^ {8,12}(\w+): \{\n\s+value: (.*),\n\s+isBlock: (true|false),\n\s+type: "(\w+)",\n\s+storageClassType: "(\w+)",/gm;
  for (const [, name, value = '', isBlock, type = ''] of table.matchAll(entry)) {
    if (name === undefined) continue;
    const struct = /(\w+)ToHclTerraform/.exec(value.replaceAll(/cdktn\.\w+ToHclTerraform/g, ''))?.[1];
    const repeatable = /cdktn\.(list|set)MapperHcl\(\w+, true\)/.test(value);
    const attribute = /cdktn\.(list|set)MapperHcl\(\w+, false\)/.test(value);
    members.set(name, { isBlock: isBlock === 'true', type, struct, repeatable, attribute });
  }
  return members;
}

/** `// name - computed: …, optional: …, required: …` comments of a class. */
function readFlags(body: string): Flags {
  const flags = new Map<string, string>();
  const comment = /\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)/g;
  for (const [, name, computed, optional, required] of body.matchAll(comment)) {
    if (name === undefined) continue;
    flags.set(
      name,
      `${required === 'true' ? 'r' : ''}${optional === 'true' ? 'o' : ''}${computed === 'true' ? 'c' : ''}`,
    );
  }
  return flags;
}

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

class BindingReader {
  readonly #tables = new Map<string, Map<string, Member>>();
  readonly #classes = new Map<string, string>();
  readonly type: string;
  readonly isData: boolean;
  readonly root: Block;

  constructor(source: string) {
    const text = source.replace(/\/\/# sourceMappingURL=.*$/s, '');
    for (const part of text.split(/^(?=function \w+ToHclTerraform\()/m).slice(1)) {
      const name = /^function (\w+)ToHclTerraform/.exec(part)?.[1];
      const end = part.indexOf('\n}\n');
      if (name !== undefined) this.#tables.set(name, readMembers(part.slice(0, end)));
    }
    for (const part of text.split(/^(?=class \w+ extends )/m).slice(1)) {
      const name = /^class (\w+) /.exec(part)?.[1];
      if (name !== undefined) this.#classes.set(name, part.slice(0, part.indexOf('\n}\n')));
    }
    const main = [...this.#classes.values()].find((body) => body.includes('static tfResourceType'));
    const type = /static tfResourceType = "(\w+)"/.exec(main ?? '')?.[1];
    if (main === undefined || type === undefined) throw new Error('The file declares no resource.');
    this.type = type;
    this.isData = / extends cdktn\.TerraformDataSource/.test(main);
    const table = main.slice(main.indexOf('synthesizeHclAttributes()'));
    this.root = this.#buildBlock(readMembers(table), readFlags(main), main, []);
  }

  #buildBlock(
    members: ReadonlyMap<string, Member>,
    flags: Flags,
    body: string,
    open: readonly string[],
  ): Block {
    const block: Block = { attributes: {}, blocks: {} };
    for (const name of [...new Set([...members.keys(), ...flags.keys()])].sort()) {
      const member = members.get(name);
      const flag = flags.get(name) ?? 'o';
      if (!member) {
        // Computed only: a structure can still be looked into.
        block.attributes[name] = `${flag} computed`;
        const struct = new RegExp(`new (\\w+?)(?:List|OutputReference|Map)\\(this, "${name}"`).exec(
          body,
        )?.[1];
        const inner = struct === undefined ? undefined : this.#classes.get(`${struct}OutputReference`);
        if (inner === undefined) continue;
        for (const nested of readFlags(inner).keys()) block.attributes[`${name}.${nested}`] = 'c computed';
      } else if (member.struct === undefined) {
        block.attributes[name] = `${flag} ${member.type}`;
      } else {
        const nested = this.#buildStruct(member.struct, open);
        if (member.isBlock && !member.attribute) {
          block.blocks[name] = {
            required: flag.includes('r'),
            single: !member.repeatable,
            ...nested,
          };
        } else {
          block.attributes[name] = `${flag} objects`;
          block.blocks[name] = { required: false, single: false, ...nested };
        }
      }
    }
    return block;
  }

  #buildStruct(struct: string, open: readonly string[]): Block {
    const members = this.#tables.get(struct) ?? new Map<string, Member>();
    const body = this.#classes.get(`${capitalize(struct)}OutputReference`) ?? '';
    // Structures that contain themselves are cut at the second level.
    if (open.filter((name) => name === struct).length > 1) return { attributes: {}, blocks: {} };
    return this.#buildBlock(members, readFlags(body), body, [...open, struct]);
  }
}

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
  const schema: { provider: string; resources: Record<string, Block>; data: Record<string, Block> } = {
    provider: '',
    resources: {},
    data: {},
  };
  const lib = join(directory, 'package', 'lib');
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
