import { defineNodeRule } from '../define-rule.ts';
import { carriesRecords } from '../view/estimate-flows.ts';

export const processingHasSink = defineNodeRule({
  id: 'processing-has-sink',
  codes: ['G-009'],
  severity: 'warning',
  category: 'Structure',
  title: 'Processing hands its results on',
  description:
    'A function, job or application that reads records and writes nowhere either does its work for nothing or has an ' +
    'effect the drawing does not show. Draw the sink; if the effect is outside the design, accept the finding and say so.',
  sources: ['N-118', 'ASSUMPTION'],
  services: ['lambda', 'glue-etl', 'glue-streaming', 'databrew', 'msf', 'batch', 'ecs-fargate', 'emr'],
  reach: 'neighbours',
  check: (node) => {
    const reads = node.incoming.filter((edge) => edge.kind === 'data' || edge.kind === 'change-capture');
    // Whoever calls it as a step of its own (a Firehose transformation) gets the result back.
    const answers = reads.some((edge) => edge.source.service === 'firehose');
    if (reads.length === 0 || answers || node.outgoing.some((edge) => carriesRecords(edge))) return [];
    return [
      {
        message: `${node.name} reads ${reads.map((edge) => edge.source.name).join(', ')} but writes nowhere. Connect it to a store, stream or topic, or accept the finding if its effect is outside the design.`,
      },
    ];
  },
});
