import { getRegionOf } from '../view/design-view.ts';
import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { formatNumber } from '../wording.ts';

const largeRegions = new Set(['us-east-1', 'us-west-2', 'eu-west-1']);
const mediumRegions = new Set([
  'us-east-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-central-1',
  'eu-west-2',
]);
/** Part of the account's KMS quota one bucket may use before it is worth a word. */
const noticeableShare = 0.1;

export const bucketKeyForBusyBuckets = defineNodeRule({
  id: 'bucket-key-for-busy-buckets',
  codes: ['G-054'],
  severity: 'warning',
  category: 'Security',
  title: 'Busy SSE-KMS buckets use a Bucket Key',
  description:
    'Without a Bucket Key S3 calls KMS for every object it writes or reads. The calls are charged and share the ' +
    'request quota of the whole account, so a busy bucket throttles everything else that uses KMS. A Bucket Key ' +
    'saves up to 99 % of them.',
  sources: ['S3-BK', 'KMS-Q', 'N-042'],
  services: ['s3'],
  reach: 'rates',
  check: (node, view) => {
    if (node.config.text('encryption') !== 'SSE_KMS' || node.config.flag('bucketKeyEnabled')) return [];
    const objects = node.arrivals.recordsPeak / Math.max(1, node.config.number('recordsPerObject'));
    const region = getRegionOf(node, view);
    const quota = largeRegions.has(region) ? 100_000 : mediumRegions.has(region) ? 20_000 : 10_000;
    if (objects < quota * noticeableShare) return [];
    return [
      {
        message: `${node.name} writes up to ${formatNumber(objects)} objects/s (estimated from the workloads upstream), each with a call to KMS; the account may make ${formatNumber(quota)} calls/s in ${region}. Turn the Bucket Key on.`,
        property: 'bucketKeyEnabled',
        repairs: [setNodeProperty(node, 'bucketKeyEnabled', true, 'Turn the Bucket Key on')],
      },
    ];
  },
});
