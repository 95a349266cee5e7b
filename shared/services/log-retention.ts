import type { Configuration } from './configuration.ts';
import type { SelectProperty } from './property.ts';

const days = ['1', '3', '7', '14', '30', '60', '90', '180', '365', '731', '1827', '3653'];

/** How long the node's own CloudWatch log group keeps its events. */
export const logRetention: SelectProperty = {
  name: 'logRetentionInDays',
  label: 'Log retention',
  type: 'select',
  default: '30',
  options: days.map((value) => ({ value, label: value === '1' ? '1 day' : `${value} days` })),
  help: 'How long CloudWatch Logs keeps the logs of this node. Without a retention they are kept, and charged, forever.',
  group: 'General',
  advanced: true,
  sources: ['SDK-logs'],
};

/** Days the log group keeps its events, as the number both tools want. */
export function getLogRetentionDays(config: Configuration): number {
  return Number(config.text(logRetention.name));
}
