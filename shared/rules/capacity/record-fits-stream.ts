import { defineNodeRule, type Problem } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import type { NodeView } from '../view/design-view.ts';
import { formatNumber } from '../wording.ts';
import { findLargestRecord } from './record-sizes.ts';
import { estimated } from './stream-readers.ts';

const kibibyte = 1024;
const largestStreamRecordKiB = 10_240;
const firehoseRecordKiB = 1000;

export const recordFitsStream = defineNodeRule({
  id: 'record-fits-stream',
  codes: ['G-018'],
  severity: 'error',
  category: 'Capacity',
  title: 'Records are not larger than the stream accepts',
  description:
    'Kinesis Data Streams refuses records above the size set for the stream (1 MiB by default, 10 MiB at most), ' +
    'Firehose those above 1,000 KiB. Larger payloads belong in S3, with the object key in the record.',
  sources: ['KDS-LIM', 'KDS-LR', 'FH-PUT', 'N-076'],
  services: ['kds', 'firehose'],
  reach: 'rates',
  check: (node) => (node.service === 'kds' ? checkStream(node) : checkDelivery(node)),
});

function checkStream(node: NodeView): Problem[] {
  const { bytes, isCertain } = findLargestRecord(node);
  const sizeKiB = bytes / kibibyte;
  const allowed = node.config.number('maxRecordSizeKiB');
  if (sizeKiB <= allowed) return [];
  const wanted = Math.ceil(sizeKiB);
  const fits = wanted <= largestStreamRecordKiB;
  const advice = fits
    ? 'Raise the largest record, or store the payload in S3 and send its key.'
    : `A stream takes at most ${formatNumber(largestStreamRecordKiB)} KiB: store the payload in S3 and send its key.`;
  return [
    {
      message: `Records of ${formatNumber(sizeKiB)} KiB (${estimated}) reach ${node.name}, which accepts ${formatNumber(allowed)} KiB. ${advice}`,
      property: 'maxRecordSizeKiB',
      severity: isCertain ? 'error' : 'warning',
      repairs: fits
        ? [setNodeProperty(node, 'maxRecordSizeKiB', wanted, `Accept records of ${formatNumber(wanted)} KiB`)]
        : [],
    },
  ];
}

function checkDelivery(node: NodeView): Problem[] {
  const { bytes, isCertain } = findLargestRecord(node);
  const sizeKiB = bytes / kibibyte;
  if (sizeKiB <= firehoseRecordKiB) return [];
  return [
    {
      message: `Records of ${formatNumber(sizeKiB)} KiB (${estimated}) reach ${node.name}; Firehose accepts ${formatNumber(firehoseRecordKiB)} KiB. Store the payload in S3 and send its key, or split the records.`,
      severity: isCertain ? 'error' : 'warning',
    },
  ];
}
