import { defineNodeRule } from '../define-rule.ts';
import { formatNumber } from '../wording.ts';
import { getLifecycleSteps, getObjectBytes, smallObjectBytes } from './lifecycle-steps.ts';

/** Classes of a bucket that need no lifecycle move, or have a rule of their own for small objects. */
const unmoved = new Set(['STANDARD', 'INTELLIGENT_TIERING']);

export const lifecycleSkipsSmallObjects = defineNodeRule({
  id: 'lifecycle-skips-small-objects',
  codes: ['G-092'],
  severity: 'warning',
  category: 'Storage',
  title: 'Lifecycle moves are not meant for objects under 128 KB',
  description:
    'Since September 2024 lifecycle rules leave objects under 128 KB where they are unless the rule has a size ' +
    'filter: moving them would cost more than it saves. Larger objects need larger batches from the writer.',
  sources: ['S3-LC', 'S3-SC', 'N-010'],
  services: ['s3'],
  reach: 'rates',
  check: (node) => {
    const hasRows = getLifecycleSteps(node).some((step) => step.storageClass !== undefined);
    const isMoved = !unmoved.has(node.config.text('storageClass'));
    const bytes = getObjectBytes(node);
    if (!(hasRows || isMoved) || bytes === 0 || bytes >= smallObjectBytes) return [];
    return [
      {
        message: `Objects in ${node.name} have about ${formatNumber(bytes / 1024)} KB (estimated from the workloads and the records in one object); objects under 128 KB stay where they are, so the lifecycle moves do nothing. Let writers make larger objects, or remove the moves.`,
        property: hasRows ? 'lifecycleRules' : 'storageClass',
      },
    ];
  },
});
