/** Reads a provider's schema back from its typed bindings: the text of one `lib/NAME/index.js`. */

/** A block of the schema; the fixture keeps it as it is here. */
export interface Block {
  /** `flags type`; flags: r required, o optional, c computed, w write only. `list(string)`, `set(object)`… */
  attributes: Record<string, string>;
  blocks: Record<string, NestedBlock>;
  /** The members of attributes whose type is made of objects; left out when there are none. */
  objects?: Record<string, Block>;
}

export interface NestedBlock extends Block {
  nesting: 'single' | 'list' | 'set';
  /** At least one is required. */
  required: boolean;
  /** At most one is allowed. */
  single: boolean;
}

interface Member {
  type: string;
  storage: string;
  /** Name of the structure that a value consists of. */
  struct: string | undefined;
  repeatable: boolean;
  /** An attribute that holds objects, which may be written as blocks all the same. */
  attribute: boolean;
  writeOnly: boolean;
}

const primitives: Readonly<Record<string, string>> = { string: 'string', number: 'number', boolean: 'bool' };

/** `stringListMap` is a map of lists of strings; the outermost collection may be a set all the same. */
function readStorageType(storage: string, outermost: string): string {
  const collection = /^(\w+)(List|Map)$/.exec(storage);
  const inner = collection?.[1];
  if (inner === undefined) return primitives[storage] ?? 'string';
  const kind = collection?.[2] === 'Map' ? 'map' : 'list';
  return `${outermost === 'set' ? 'set' : kind}(${readStorageType(inner, '')})`;
}

/** `name: { value: …, isBlock: …, type: …, storageClassType: … }` entries of one attribute table. */
function readMembers(table: string): Map<string, Member> {
  const members = new Map<string, Member>();
  const entry =
    /^ {8,12}(\w+): \{\n\s+value: (.*),\n\s+isBlock: (?:true|false),\n\s+type: "(\w+)",\n\s+storageClassType: "(\w+)",/gm;
  for (const [, name, value = '', type = '', storage = ''] of table.matchAll(entry)) {
    if (name === undefined) continue;
    const struct = /(\w+)ToHclTerraform/.exec(value.replaceAll(/cdktn\.\w+ToHclTerraform/g, ''))?.[1];
    const repeatable = /cdktn\.(list|set)MapperHcl\(\w+, true\)/.test(value);
    // Blocks of one are structures only for timeouts; any other lone structure is an object.
    const lone = type === 'struct' && !storage.endsWith('Timeouts');
    const attribute = lone || /cdktn\.(?:(?:list|set)MapperHcl\(\w+, false\)|hashMapperHcl)/.test(value);
    members.set(name, {
      type,
      storage,
      struct,
      repeatable,
      attribute,
      writeOnly: value.includes('markWriteOnlyAttribute'),
    });
  }
  return members;
}

/** `// name - computed: …, optional: …, required: …` comments of a class. */
function readFlags(body: string): ReadonlyMap<string, string> {
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

const getterTypes: Readonly<Record<string, string>> = {
  String: 'string',
  Number: 'number',
  Boolean: 'bool',
  List: 'list(string)',
  NumberList: 'list(number)',
  StringMap: 'map(string)',
  NumberMap: 'map(number)',
  BooleanMap: 'map(bool)',
};

/** The type of an attribute that can only be read, from its getter; objects come with their structure. */
function readComputedType(body: string, name: string): { type: string; struct?: string } {
  const getter = new RegExp(`(tolist\\()?this\\.get(\\w+)Attribute\\('${name}'\\)`).exec(body);
  const known = getterTypes[getter?.[2] ?? ''];
  if (known !== undefined) return { type: getter?.[1] ? known.replace('list', 'set') : known };
  const field = new RegExp(`new (?:cdktn\\.)?(\\w+?)(List|OutputReference|Map)\\(this, "${name}"(, true)?`);
  const [, struct = '', holder, isSet] = field.exec(body) ?? [];
  const primitive = primitives[struct.toLowerCase()];
  if (holder === 'Map') {
    return primitive === undefined ? { type: 'map(object)', struct } : { type: `map(${primitive})` };
  }
  if (holder === 'List') {
    const collection = isSet === undefined ? 'list' : 'set';
    return primitive === undefined
      ? { type: `${collection}(object)`, struct }
      : { type: `${collection}(${primitive})` };
  }
  return holder === undefined ? { type: 'string' } : { type: 'object', struct };
}

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The schema of one resource, data source or provider. */
export class BindingReader {
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
    this.root = this.#buildBlock(readMembers(table), main, []);
  }

  #buildBlock(members: ReadonlyMap<string, Member>, body: string, open: readonly string[]): Block {
    const flags = readFlags(body);
    const block: Block = { attributes: {}, blocks: {} };
    const objects: Record<string, Block> = {};
    for (const name of [...new Set([...members.keys(), ...flags.keys()])].sort()) {
      const member = members.get(name);
      const flag = `${flags.get(name) ?? 'o'}${member?.writeOnly === true ? 'w' : ''}`;
      if (!member) {
        const { type, struct } = readComputedType(body, name);
        block.attributes[name] = `${flag} ${type}`;
        if (struct !== undefined) objects[name] = this.#buildComputed(struct);
      } else if (member.struct === undefined) {
        block.attributes[name] = `${flag} ${readStorageType(member.storage, member.type)}`;
      } else if (member.attribute) {
        block.attributes[name] = `${flag} ${member.type === 'struct' ? 'object' : `${member.type}(object)`}`;
        objects[name] = this.#buildStruct(member.struct, open);
      } else {
        block.blocks[name] = {
          nesting: member.type === 'struct' ? 'single' : member.type === 'set' ? 'set' : 'list',
          required: flag.includes('r'),
          single: !member.repeatable,
          ...this.#buildStruct(member.struct, open),
        };
      }
    }
    return Object.keys(objects).length > 0 ? { ...block, objects } : block;
  }

  #buildStruct(struct: string, open: readonly string[]): Block {
    // Structures that contain themselves are cut at the second level.
    if (open.filter((name) => name === struct).length > 1) return { attributes: {}, blocks: {} };
    const body = this.#classes.get(`${capitalize(struct)}OutputReference`) ?? '';
    return this.#buildBlock(this.#tables.get(struct) ?? new Map(), body, [...open, struct]);
  }

  #buildComputed(struct: string): Block {
    return this.#buildBlock(new Map(), this.#classes.get(`${struct}OutputReference`) ?? '', []);
  }
}
