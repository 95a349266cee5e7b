import type { Design, PropertyValue, Scenario } from '../design.ts';
import { collectIds, createId } from '../ids.ts';

type Outage = NonNullable<Scenario['outages']>[number];

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

/** Sets what a property of a node is during the scenario; undefined takes the change away. */
export function setOverride(
  draft: Design,
  args: { id: string; node: string; property: string; value: PropertyValue | undefined },
): void {
  const scenario = draft.scenarios.find((candidate) => candidate.id === args.id);
  if (!scenario) return;
  const overrides = scenario.overrides ?? [];
  const known = overrides.find((override) => override.node === args.node);
  if (args.value !== undefined) {
    if (known) known.properties[args.property] = args.value;
    else overrides.push({ node: args.node, properties: { [args.property]: args.value } });
  } else if (known) {
    delete known.properties[args.property];
  }
  const kept = overrides.filter((override) => Object.keys(override.properties).length > 0);
  if (kept.length > 0) scenario.overrides = kept;
  else delete scenario.overrides;
}

/** Replaces the outage at `index`; undefined removes it; an index past the end adds one. */
export function setOutage(
  draft: Design,
  args: { id: string; index: number; outage: Outage | undefined },
): void {
  const scenario = draft.scenarios.find((candidate) => candidate.id === args.id);
  if (!scenario) return;
  const outages = [...(scenario.outages ?? [])];
  outages.splice(args.index, 1, ...(args.outage === undefined ? [] : [args.outage]));
  if (outages.length > 0) scenario.outages = outages;
  else delete scenario.outages;
}
