import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { classNames, type StorageClass } from './lifecycle-steps.ts';

/** These are told about new objects, which are not archived yet. */
const notified = new Set(['lambda', 'sqs', 'sns', 'eventbridge-rule', 's3']);

export const archivedDataIsRestoredFirst = defineEdgeRule({
  id: 'archived-data-is-restored-first',
  codes: ['G-086'],
  severity: 'error',
  category: 'Storage',
  title: 'Archived objects are restored before they are read',
  description:
    'Objects in Glacier Flexible Retrieval, Deep Archive and the archive tiers of Intelligent-Tiering cannot be ' +
    'read until `RestoreObject` has brought back a copy, which takes minutes to two days. A reader without that ' +
    'step gets `InvalidObjectState`. Draw a Step Functions state machine that restores objects of the bucket.',
  sources: ['S3-RST', 'S3-RETR', 'ATH-GLC', 'N-013', 'N-014', 'N-023'],
  from: ['s3'],
  reach: 'neighbours',
  check: ({ source: bucket, target: reader, kind }) => {
    if (kind !== 'data' || notified.has(reader.service)) return [];
    if (bucket.incoming.some((edge) => edge.source.service === 'step-functions')) return [];
    const storageClass = bucket.config.text('storageClass') as StorageClass;
    const repair = setNodeProperty(
      bucket,
      'storageClass',
      'GLACIER_IR',
      'Use Glacier Instant Retrieval, which needs no restore',
    );
    if (storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE')
      return [
        {
          message: `${reader.name} reads ${bucket.name}, whose objects live in ${classNames[storageClass]} and cannot be read before they are restored. Add a Step Functions state machine that restores them, or use a class with instant access.`,
          repairs: [repair],
        },
      ];
    if (storageClass !== 'INTELLIGENT_TIERING') return [];
    const days = [bucket.config.number('archiveAccessDays'), bucket.config.number('deepArchiveAccessDays')];
    const first = Math.min(...days.filter((value) => value > 0));
    if (!Number.isFinite(first)) return [];
    return [
      {
        message: `${reader.name} reads ${bucket.name}, where Intelligent-Tiering archives objects after ${first} days without access; those must be restored before they are read. Leave the archive tiers off, or add a restore step.`,
        // Objects that are read now and then never get there.
        severity: 'warning',
      },
    ];
  },
});
