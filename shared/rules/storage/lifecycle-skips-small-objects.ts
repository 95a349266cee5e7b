import { defineNodeRule } from '../define-rule.ts';
import { formatNumber } from '../wording.ts';
import { getLifecycleSteps, getObjectBytes, smallObjectBytes } from './lifecycle-steps.ts';

export const lifecycleSkipsSmallObjects = defineNodeRule({
  id: 'lifecycle-skips-small-objects',
  codes: ['G-092'],
  severity: 'warning',
  category: 'Storage',
  title: 'Lifecycle moves are not meant for objects under 128 KB',
  description:
    'Since September 2024 lifecycle rules leave objects under 128 KB where they are unless the rule has a size ' +
    'filter: moving them would cost more than it saves. Larger objects need larger batches from the writer.',
  sources: ['S3-LC', 'S3-SC'],
  services: ['s3'],
  reach: 'rates',
  check: (node) => {
    const moves = getLifecycleSteps(node).filter((step) => step.storageClass !== undefined);
    const bytes = getObjectBytes(node);
    if (moves.length === 0 || bytes === 0 || bytes >= smallObjectBytes) return [];
    return [
      {
        message: `Objects in ${node.name} have about ${formatNumber(bytes / 1024)} KB (estimated from the workloads and the records in one object); objects under 128 KB stay where they are, so the lifecycle moves do nothing. Let writers make larger objects, or remove the moves.`,
        property: 'lifecycleRules',
      },
    ];
  },
});
