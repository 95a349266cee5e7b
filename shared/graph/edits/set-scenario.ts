import type { Design, Scenario } from '../design.ts';
import { collectIds, createId } from '../ids.ts';

/** Adds a scenario and returns its id. */
export function addScenario(draft: Design, args: Omit<Scenario, 'id'>): string {
  const id = createId('scenario', collectIds(draft));
  draft.scenarios.push({ ...args, id });
  return id;
}

/** Changes members of a scenario; a member set to undefined is removed. */
export function setScenario(
  draft: Design,
  args: { id: string; changes: { [Key in keyof Omit<Scenario, 'id'>]?: Scenario[Key] | undefined } },
): void {
  const scenario = draft.scenarios.find((candidate) => candidate.id === args.id);
  if (!scenario) return;
  Object.assign(scenario, args.changes);
  if (args.changes.loadFactor === undefined && 'loadFactor' in args.changes) delete scenario.loadFactor;
  if (args.changes.overrides === undefined && 'overrides' in args.changes) delete scenario.overrides;
  if (args.changes.outages === undefined && 'outages' in args.changes) delete scenario.outages;
}

/** Takes a scenario away. */
export function removeScenario(draft: Design, args: { id: string }): void {
  draft.scenarios = draft.scenarios.filter((scenario) => scenario.id !== args.id);
}
