import { throttledProducersRetry } from '../../../shared/rules/loss/throttled-producers-retry.ts';
import { testRule } from './rule-cases.ts';

testRule(throttledProducersRetry, {
  accepts: { 'the defaults': { nodes: { k: 'kds', f: 'firehose' } } },
  rejects: [
    {
      because: 'producers that give up',
      design: { nodes: { k: ['kds', { producerRetrySeconds: 0 }] } },
      target: 'k',
      property: 'producerRetrySeconds',
      message: ['drop throttled records'],
      repairs: ['set-producerRetrySeconds'],
    },
  ],
});
