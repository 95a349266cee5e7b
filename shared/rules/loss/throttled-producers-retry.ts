import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

const seconds = 60;

export const throttledProducersRetry = defineNodeRule({
  id: 'throttled-producers-retry',
  severity: 'warning',
  category: 'Data loss',
  title: 'Producers keep throttled records and try again',
  description:
    'Kinesis and Firehose refuse records above their limits; `PutRecords` may refuse some of a batch and accept the ' +
    'rest. A producer that does not look at the answer loses them, at the busiest time of the day.',
  sources: ['KDS-Q', 'SDK-kinesis', 'N-091'],
  services: ['kds', 'firehose'],
  reach: 'own',
  check: (node) => {
    if (node.config.number('producerRetrySeconds') > 0) return [];
    return [
      {
        message: `Producers of ${node.name} drop throttled records at once. Let them try again, for example for ${seconds} s.`,
        property: 'producerRetrySeconds',
        repairs: [setNodeProperty(node, 'producerRetrySeconds', seconds, `Retry for ${seconds} s`)],
      },
    ];
  },
});
