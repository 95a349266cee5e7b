import { processingHasSink } from '../../../shared/rules/structure/processing-has-sink.ts';
import { testRule } from './rule-cases.ts';

testRule(processingHasSink, {
  accepts: {
    'a job with a sink': { nodes: { b: 's3', j: 'glue-etl', c: 's3' }, edges: ['b > j', 'j > c'] },
    'a job without input': { nodes: { j: 'glue-etl' } },
  },
  rejects: [
    {
      because: 'a job that writes nowhere',
      design: { nodes: { b: 's3', j: 'glue-etl' }, edges: ['b > j'] },
      target: 'j',
      message: ['j reads b', 'writes nowhere'],
    },
  ],
});
