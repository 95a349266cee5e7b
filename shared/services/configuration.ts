import type { Properties, PropertyValue } from '../graph/design.ts';
import type { PropertyDefinition } from './property.ts';

/**
 * Typed read access to a node's or edge's properties with defaults filled in. Asking for a name
 * the schema lacks, or with the wrong type, is a programming error and throws; wrong values from
 * a file never throw: the default is used and the value is reported as a finding elsewhere.
 */
export class Configuration {
  readonly #definitions: ReadonlyMap<string, PropertyDefinition>;
  readonly #values: Properties;

  constructor(definitions: readonly PropertyDefinition[], values: Properties) {
    this.#definitions = getIndex(definitions);
    this.#values = values;
  }

  /** Whether the schema declares the property. */
  has(name: string): boolean {
    return this.#definitions.has(name);
  }

  /** Whether the designer set a value of their own. */
  isSet(name: string): boolean {
    return Object.hasOwn(this.#values, name);
  }

  /** A finite number in the unit the property declares. */
  number(name: string): number {
    const definition = this.#get(name, 'number');
    const value = this.#own(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : definition.default;
  }

  /** The text of a text or select property. */
  text(name: string): string {
    const definition = this.#definitions.get(name);
    if (definition?.type !== 'text' && definition?.type !== 'select') throw this.#mismatch(name, 'text');
    const value = this.#own(name);
    if (typeof value !== 'string') return definition.default;
    if (definition.type === 'select' && !definition.options.some((option) => option.value === value)) {
      return definition.default;
    }
    return value;
  }

  flag(name: string): boolean {
    const definition = this.#get(name, 'flag');
    const value = this.#own(name);
    return typeof value === 'boolean' ? value : definition.default;
  }

  list(name: string): readonly string[] {
    const definition = this.#get(name, 'list');
    const value = this.#own(name);
    return Array.isArray(value) && value.every((item) => typeof item === 'string')
      ? (value as string[])
      : definition.default;
  }

  map(name: string): Readonly<Record<string, string>> {
    const definition = this.#get(name, 'map');
    const value = this.#own(name);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return definition.default;
    const entries = Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return Object.fromEntries(entries);
  }

  /** Rows of a table property; each row is a Configuration over the columns. */
  rows(name: string): Configuration[] {
    const definition = this.#get(name, 'table');
    const value = this.#own(name);
    const rows = Array.isArray(value) ? value : definition.default;
    const columns = definition.columns.map(
      (column) => ({ ...column, group: definition.group, sources: definition.sources }) as PropertyDefinition,
    );
    return rows
      .filter((row): row is Properties => row !== null && typeof row === 'object' && !Array.isArray(row))
      .map((row) => new Configuration(columns, row));
  }

  /** Value as stored or the default, whatever the type; for display and comparison. */
  value(name: string): PropertyValue {
    const definition = this.#definitions.get(name);
    if (!definition) throw this.#mismatch(name, 'declared');
    return this.#own(name) ?? (definition.default as PropertyValue);
  }

  #own(name: string): PropertyValue | undefined {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }

  #get<Type extends PropertyDefinition['type']>(
    name: string,
    type: Type,
  ): Extract<PropertyDefinition, { type: Type }> {
    const definition = this.#definitions.get(name);
    if (definition?.type !== type) throw this.#mismatch(name, type);
    return definition as Extract<PropertyDefinition, { type: Type }>;
  }

  #mismatch(name: string, wanted: string): Error {
    const found = this.#definitions.get(name)?.type ?? 'missing';
    return new Error(`Property "${name}" was read as ${wanted} but the schema says ${found}.`);
  }
}

const indexes = new WeakMap<readonly PropertyDefinition[], ReadonlyMap<string, PropertyDefinition>>();

/** Definitions by name; worked out once for each schema, because designs have thousands of nodes. */
function getIndex(definitions: readonly PropertyDefinition[]): ReadonlyMap<string, PropertyDefinition> {
  const known = indexes.get(definitions);
  if (known) return known;
  const index = new Map(definitions.map((definition) => [definition.name, definition]));
  indexes.set(definitions, index);
  return index;
}
