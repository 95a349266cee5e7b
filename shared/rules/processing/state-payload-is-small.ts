import { findLargestRecord } from '../capacity/record-sizes.ts';
import { defineNodeRule } from '../define-rule.ts';
import { formatNumber } from '../wording.ts';

const largestBytes = 256 * 1024;

export const statePayloadIsSmall = defineNodeRule({
  id: 'state-payload-is-small',
  codes: ['G-078'],
  severity: 'warning',
  category: 'Processing',
  title: 'What passes between states is at most 256 KB',
  description:
    'Input and output of a state are limited; larger payloads end the execution with `States.DataLimitExceeded`. Keep ' +
    'the data in S3 and pass its key.',
  sources: ['ASSUMPTION', 'SFN-Q'],
  services: ['step-functions'],
  reach: 'rates',
  check: (node) => {
    const { bytes } = findLargestRecord(node);
    if (bytes <= largestBytes) return [];
    return [
      {
        message: `${node.name} gets records of ${formatNumber(bytes / 1024)} KB (estimated from the workloads upstream); 256 KB pass between states. Keep them in S3 and pass the key.`,
      },
    ];
  },
});
