import { failedBatchesAreKept } from '../../../shared/rules/loss/failed-batches-are-kept.ts';
import { testRule } from './rule-cases.ts';

testRule(failedBatchesAreKept, {
  accepts: { 'a queue for failures': { nodes: { k: 'kds', f: 'lambda' }, edges: ['k > f'] } },
  rejects: [
    {
      because: 'batches that vanish',
      design: { nodes: { k: 'kds', f: ['lambda', { deadLetterQueue: false }] }, edges: ['k > f'] },
      target: 'f',
      property: 'deadLetterQueue',
      message: ['f reads k', 'without a trace'],
      repairs: ['set-deadLetterQueue'],
    },
  ],
});
