import type { Design, Scenario } from '../../graph/design.ts';
import { findNode } from '../../graph/queries.ts';
import { getNodeTitle } from '../../services/node-title.ts';

type Outage = NonNullable<Scenario['outages']>[number];

/** An outage that cannot be simulated: its place in the scenario and what has to be changed. */
export interface OutageFault {
  index: number;
  message: string;
}

/** Outages of a scenario that end before they begin. */
export function findOutageFaults(design: Design, scenario: Scenario): OutageFault[] {
  return (scenario.outages ?? []).flatMap((outage, index) =>
    outage.toSeconds > outage.fromSeconds ? [] : [{ index, message: describe(design, outage) }],
  );
}

function describe(design: Design, { node, fromSeconds, toSeconds }: Outage): string {
  const start = formatMoment(fromSeconds);
  const end =
    toSeconds < fromSeconds
      ? `at ${formatMoment(toSeconds)}, before it starts at ${start}`
      : `at ${start}, when it starts`;
  return `the outage of ${nameNode(design, node)} ends ${end}. Set the end after the start.`;
}

/** The node of an outage or a changed setting, in words. */
export function nameNode(design: Design, id: string): string {
  const node = findNode(design, id);
  return `“${node ? getNodeTitle(node) : id}”`;
}

/** A moment of a run in the unit of the forms, or in seconds where minutes would need a fraction. */
export function formatMoment(seconds: number): string {
  return seconds % 60 === 0 ? `${(seconds / 60).toLocaleString('en-US')} min` : `${seconds} s`;
}
