import { defineNodeRule } from '../define-rule.ts';
import { findScheduleFault } from './schedule-expression.ts';

/** Names under which services take a schedule expression. */
const scheduleProperties = new Set(['schedule', 'scheduleExpression', 'cron']);

export const scheduleIsValid = defineNodeRule({
  id: 'schedule-is-valid',
  severity: 'error',
  category: 'Processing',
  title: 'Schedules are expressions AWS understands',
  description:
    'AWS cron has six fields — minutes, hours, day of month, month, day of week, year — and one of the two day fields ' +
    'must be `?`. `rate()` takes a whole number and a unit. No tool for templates checks this; the deployment fails.',
  sources: ['EB-SCH', 'CDK'],
  reach: 'own',
  check: (node) => {
    if (!node.definition) return [];
    return node.definition.properties
      .filter((definition) => definition.type === 'text' && scheduleProperties.has(definition.name))
      .flatMap((definition) => {
        const expression = node.config.text(definition.name).trim();
        const fault = expression === '' ? undefined : findScheduleFault(expression);
        return fault === undefined
          ? []
          : [{ message: `${node.name}: the schedule “${expression}” ${fault}`, property: definition.name }];
      });
  },
});
