import { defineNodeRule } from '../define-rule.ts';
import { findLargestRecord } from '../capacity/record-sizes.ts';
import { formatNumber } from '../wording.ts';

export const messageFitsBroker = defineNodeRule({
  id: 'message-fits-broker',
  severity: 'error',
  category: 'Capacity',
  title: 'Messages are not larger than the queue, topic or broker accepts',
  description:
    'SQS takes messages of 1 MiB, SNS of 256 KiB and IoT Core of 128 KiB, and each refuses larger ones. Keep the ' +
    'payload in S3 and send its key.',
  sources: ['SQS-M', 'SNS-Q', 'IOT-Q'],
  services: ['sqs', 'sns', 'iot-core'],
  reach: 'rates',
  check: (node) => {
    const limit = node.definition?.limits.find((item) => item.id === 'message-bytes');
    const { bytes, isCertain } = findLargestRecord(node);
    if (!limit || limit.value === null || bytes <= limit.value) return [];
    return [
      {
        message: `Messages of ${formatNumber(bytes / 1024)} KiB (estimated from the workloads upstream) reach ${node.name}, which accepts ${formatNumber(limit.value / 1024)} KiB. Keep the payload in S3 and send its key.`,
        severity: isCertain ? 'error' : 'warning',
        sources: limit.sources,
      },
    ];
  },
});
