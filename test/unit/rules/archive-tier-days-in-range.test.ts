import { archiveTierDaysInRange } from '../../../shared/rules/storage/archive-tier-days-in-range.ts';
import { testRule } from './rule-cases.ts';

testRule(archiveTierDaysInRange, {
  accepts: {
    'tiers that are off': { nodes: { b: 's3' } },
    'the shortest times': { nodes: { b: ['s3', { archiveAccessDays: 90, deepArchiveAccessDays: 180 }] } },
  },
  rejects: [
    {
      because: 'archive access after 60 days',
      design: { nodes: { b: ['s3', { archiveAccessDays: 60 }] } },
      target: 'b',
      property: 'archiveAccessDays',
      message: ['60 days', '90 to 730'],
      repairs: ['set-archiveAccessDays', 'clear-archiveAccessDays'],
    },
    {
      because: 'deep archive after 90 days',
      design: { nodes: { b: ['s3', { deepArchiveAccessDays: 90 }] } },
      target: 'b',
      property: 'deepArchiveAccessDays',
      message: ['90 days', '180 to 730'],
      repairs: ['set-deepArchiveAccessDays', 'clear-deepArchiveAccessDays'],
    },
  ],
});
