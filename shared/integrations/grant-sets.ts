import { computeGrants } from './grants/compute.ts';
import { databaseGrants } from './grants/databases.ts';
import type { GrantSet } from './grants/grant-set.ts';
import { machineLearningGrants } from './grants/machine-learning.ts';
import { storageGrants } from './grants/storage.ts';
import { streamGrants } from './grants/streams.ts';

export type { GrantResource, GrantSet, GrantStatement } from './grants/grant-set.ts';

/** Every permission set that pair rules name. */
export const grantSets: readonly GrantSet[] = [
  ...storageGrants,
  ...streamGrants,
  ...databaseGrants,
  ...computeGrants,
  ...machineLearningGrants,
];

const byId: ReadonlyMap<string, GrantSet> = new Map(grantSets.map((set) => [set.id, set]));

/** The permission set with this id, or undefined when there is none. */
export function findGrantSet(id: string): GrantSet | undefined {
  return byId.get(id);
}

/**
 * The permission set with this id.
 * @throws Error when there is none: a pair rule names a set that does not exist.
 */
export function getGrantSet(id: string): GrantSet {
  const set = byId.get(id);
  if (!set) throw new Error(`There is no permission set "${id}".`);
  return set;
}
