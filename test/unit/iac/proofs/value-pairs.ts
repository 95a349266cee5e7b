import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Leaves, ResourceValues } from './leaf-values.ts';

/**
 * Which place of a CloudFormation resource says the same as which place of a Terraform resource, and what is
 * said in one of the tools only. Learnt from the exports of every case, then read over.
 */
export interface ValueTable {
  /** Kind → CloudFormation place → Terraform place. */
  pairs: Record<string, Record<string, string>>;
  /** Kind → places of either tool with no counterpart that is always equal. */
  alone: Record<string, string[]>;
}

export const valueTableFile = join('test', 'fixtures', 'export-values.json');

export function readValueTable(): ValueTable {
  if (!existsSync(valueTableFile)) return { pairs: {}, alone: {} };
  return JSON.parse(readFileSync(valueTableFile, 'utf8')) as ValueTable;
}

export const writeValueTable = (table: ValueTable): void =>
  writeFileSync(valueTableFile, `${JSON.stringify(table, null, 2)}\n`);

/** Both tools' values of one resource. */
export interface ValuePair {
  kind: string;
  id: string;
  cloudFormation: Leaves;
  terraform: Leaves;
}

/**
 * The resources that both tools have, by kind and name. Terraform's labels leave out words of the type, so a
 * label is the start of the other tool's id; the longest such label is the one.
 */
export function pairResources(
  cloudFormation: readonly ResourceValues[],
  terraform: readonly ResourceValues[],
): ValuePair[] {
  const free = new Set(terraform);
  const byLength = [...cloudFormation].sort((a, b) => a.id.length - b.id.length);
  return byLength.flatMap((values) => {
    const [partner] = [...free]
      .filter((other) => other.kind === values.kind && values.id.startsWith(other.id))
      .sort((a, b) => b.id.length - a.id.length);
    if (!partner) return [];
    free.delete(partner);
    return [{ kind: values.kind, id: values.id, cloudFormation: values.leaves, terraform: partner.leaves }];
  });
}

/** The same for `true` and `"true"`, `ENABLED` and `Enabled`, and lists in any order. */
export const normalize = (values: readonly string[] | undefined): string =>
  [...(values ?? [])]
    .map((value) => value.toLowerCase())
    .sort()
    .join('\n');

/** Values that the two tools give differently for the same place, or that one of them does not give. */
export function findValueProblems(pairs: readonly ValuePair[], table: ValueTable): string[] {
  return pairs.flatMap(({ kind, id, cloudFormation, terraform }) => {
    const known = table.pairs[kind] ?? {};
    return Object.entries(known).flatMap(([place, other]) => {
      const [a, b] = [normalize(cloudFormation.get(place)), normalize(terraform.get(other))];
      return a === b ? [] : [`${id}: ${place} is ${show(a)} and ${other} is ${show(b)}`];
    });
  });
}

const show = (values: string): string =>
  values === '' ? 'absent' : JSON.stringify(values.replaceAll('\n', ', '));

/** How many places a comparison looked at. */
export const countCompared = (pairs: readonly ValuePair[], table: ValueTable): number =>
  pairs.reduce((sum, { kind, cloudFormation }) => {
    const known = table.pairs[kind] ?? {};
    return sum + [...cloudFormation.keys()].filter((place) => known[place] !== undefined).length;
  }, 0);

const words = (place: string): string[] =>
  place
    .replace(/^[^.]*\./, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** From 0 to 1: the share of words in the last parts of two places that are the same. */
function compareNames(a: string, b: string): number {
  const [first, second] = [new Set(words(a)), new Set(words(b))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, first.size + second.size - shared);
}

/** The table that fits all the pairs: places that are equal in every resource and alike by name. */
export function learnValueTable(observed: readonly ValuePair[]): ValueTable {
  const table: ValueTable = { pairs: {}, alone: {} };
  for (const kind of [...new Set(observed.map((pair) => pair.kind))].sort()) {
    const pairs = observed.filter((pair) => pair.kind === kind);
    const places = (side: 'cloudFormation' | 'terraform'): string[] =>
      [...new Set(pairs.flatMap((pair) => [...pair[side].keys()]))].sort();
    const [ours, theirs] = [places('cloudFormation'), places('terraform')];
    const candidates = ours
      .flatMap((place) => theirs.map((other) => ({ place, other, alike: compareNames(place, other) })))
      .filter(({ place, other }) =>
        pairs.every(
          (pair) => normalize(pair.cloudFormation.get(place)) === normalize(pair.terraform.get(other)),
        ),
      )
      .map((candidate) => ({
        ...candidate,
        variety: new Set(pairs.map((pair) => normalize(pair.cloudFormation.get(candidate.place)))).size,
      }))
      .filter(({ alike, variety }) => alike >= 0.34 || variety > 3)
      .sort((a, b) => b.alike - a.alike || (a.place < b.place ? -1 : 1));
    const known: Record<string, string> = {};
    const taken = new Set<string>();
    for (const { place, other } of candidates) {
      if (known[place] !== undefined || taken.has(other)) continue;
      known[place] = other;
      taken.add(other);
    }
    const alone = [
      ...ours.filter((place) => known[place] === undefined),
      ...theirs.filter((place) => !taken.has(place)),
    ];
    table.pairs[kind] = Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)));
    if (alone.length > 0) table.alone[kind] = alone;
  }
  return table;
}
