import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

const starters = new Set([
  'step-functions',
  'eventbridge-rule',
  'eventbridge-scheduler',
  'lambda',
  'glue-crawler',
  'glue-etl',
  'data-pipeline',
]);

export const jobHasTrigger = defineNodeRule({
  id: 'job-has-trigger',
  codes: ['G-081'],
  severity: 'warning',
  category: 'Processing',
  title: 'A Glue job has something that starts it',
  description:
    'A job runs when a schedule, a trigger of a workflow, a state machine or an event starts it. Without any of these ' +
    'it waits for somebody to press a button.',
  sources: ['N-163', 'GL-TRG'],
  services: ['glue-etl'],
  reach: 'neighbours',
  check: (node) => {
    if (node.config.text('schedule') !== '') return [];
    const isStarted = node.incoming.some(
      (edge) => edge.kind === 'control' || (starters.has(edge.source.service) && edge.kind !== 'data'),
    );
    if (isStarted) return [];
    return [
      {
        message: `Nothing starts ${node.name}. Give it a schedule, or connect a state machine or an EventBridge rule.`,
        property: 'schedule',
        repairs: [
          // When a job runs is the designer's to say.
          {
            ...setNodeProperty(node, 'schedule', 'cron(0 2 * * ? *)', 'Run it every night at 02:00 UTC'),
            safe: false,
          },
        ],
      },
    ];
  },
});
