import type { Design, LimitAlarm } from '../design.ts';
import { findNode } from '../queries.ts';

/** Gives a node an alarm; one on the same metric is replaced. */
export function addAlarm(draft: Design, args: { node: string; alarm: LimitAlarm }): void {
  const node = findNode(draft, args.node);
  if (!node) return;
  const others = (node.alarms ?? []).filter(({ metric }) => metric !== args.alarm.metric);
  node.alarms = [...others, args.alarm];
}

/** Takes the alarm on a metric away. */
export function removeAlarm(draft: Design, args: { node: string; metric: string }): void {
  const node = findNode(draft, args.node);
  if (!node?.alarms) return;
  node.alarms = node.alarms.filter(({ metric }) => metric !== args.metric);
  if (node.alarms.length === 0) delete node.alarms;
}
