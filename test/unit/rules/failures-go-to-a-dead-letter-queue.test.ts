import { failuresGoToADeadLetterQueue } from '../../../shared/rules/loss/failures-go-to-a-dead-letter-queue.ts';
import { testRule } from './rule-cases.ts';

testRule(failuresGoToADeadLetterQueue, {
  accepts: {
    'the defaults': { nodes: { q: 'sqs', t: 'sns', f: 'lambda' } },
    'a function that only reads streams, which is another rule': {
      nodes: { k: 'kds', f: ['lambda', { deadLetterQueue: false }] },
      edges: ['k > f'],
    },
  },
  rejects: [
    {
      because: 'a queue that throws away',
      design: { nodes: { q: ['sqs', { deadLetterQueue: false }] } },
      target: 'q',
      property: 'deadLetterQueue',
      message: ['no dead-letter queue'],
      repairs: ['set-deadLetterQueue'],
    },
    {
      because: 'a function called by events',
      design: { nodes: { t: 'sns', f: ['lambda', { deadLetterQueue: false }] }, edges: ['t > f'] },
      target: 'f',
      property: 'deadLetterQueue',
      message: ['no dead-letter queue'],
      repairs: ['set-deadLetterQueue'],
    },
  ],
});
