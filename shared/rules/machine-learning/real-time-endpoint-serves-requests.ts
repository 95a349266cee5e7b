import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const realTimeEndpointServesRequests = defineEdgeRule({
  id: 'real-time-endpoint-serves-requests',
  codes: ['G-106'],
  severity: 'warning',
  category: 'Machine learning',
  title: 'Bulk scoring uses batch transform or an asynchronous endpoint',
  description:
    'A real-time endpoint is sized for single requests and paid for all day. A job that scores whole data sets ' +
    'overruns it for an hour and leaves it idle for the rest. Batch transform starts its own instances and stops them.',
  sources: ['SM-TRF', 'SM-ASY', 'SM-OPT'],
  from: ['glue-etl', 'batch', 'emr', 'databrew'],
  to: ['sm-endpoint'],
  reach: 'ends',
  check: ({ source, target }) => {
    if (target.config.text('mode') !== 'REAL_TIME') return [];
    return [
      {
        message: `${source.name} scores data in bulk at ${target.name}, a real-time endpoint. Use a batch transform job, or an asynchronous endpoint that scales to zero.`,
        targets: [
          { kind: 'node', id: target.id, property: 'mode' },
          { kind: 'node', id: source.id },
        ],
        part: source.id,
        repairs: [{ ...setNodeProperty(target, 'mode', 'ASYNC', 'Make it asynchronous'), safe: false }],
      },
    ];
  },
});
