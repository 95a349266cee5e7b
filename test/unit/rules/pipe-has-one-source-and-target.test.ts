import { pipeHasOneSourceAndTarget } from '../../../shared/rules/messaging/pipe-has-one-source-and-target.ts';
import { testRule } from './rule-cases.ts';

testRule(pipeHasOneSourceAndTarget, {
  accepts: {
    'a queue and a function': {
      nodes: { q: 'sqs', p: 'eventbridge-pipe', f: 'lambda' },
      edges: ['q > p', 'p > f'],
    },
  },
  rejects: [
    {
      because: 'two sources',
      design: {
        nodes: { q: 'sqs', k: 'kds', p: 'eventbridge-pipe', f: 'lambda' },
        edges: ['q > p', 'k > p', 'p > f'],
      },
      target: 'p',
      message: ['2 sources: “q” and “k”'],
    },
    {
      because: 'no target',
      design: { nodes: { q: 'sqs', p: 'eventbridge-pipe' }, edges: ['q > p'] },
      target: 'p',
      message: ['no target'],
    },
  ],
});
