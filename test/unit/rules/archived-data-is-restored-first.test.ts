import { archivedDataIsRestoredFirst } from '../../../shared/rules/storage/archived-data-is-restored-first.ts';
import { testRule } from './rule-cases.ts';

testRule(archivedDataIsRestoredFirst, {
  accepts: {
    'a class with instant access': {
      nodes: { b: ['s3', { storageClass: 'GLACIER_IR' }], job: 'glue-etl' },
      edges: ['b > job'],
    },
    'a restore step': {
      nodes: { b: ['s3', { storageClass: 'GLACIER' }], job: 'glue-etl', restore: 'step-functions' },
      edges: ['b > job', 'restore > b'],
    },
    'functions told about new objects': {
      nodes: { b: ['s3', { storageClass: 'GLACIER' }], fn: 'lambda' },
      edges: ['b > fn'],
    },
  },
  rejects: [
    {
      because: 'a job that reads Deep Archive',
      design: { nodes: { b: ['s3', { storageClass: 'DEEP_ARCHIVE' }], job: 'glue-etl' }, edges: ['b > job'] },
      target: 'b-to-job',
      message: ['Glacier Deep Archive', 'restored'],
      repairs: ['set-storageClass'],
    },
    {
      because: 'a job that reads archive tiers',
      design: {
        nodes: {
          b: ['s3', { storageClass: 'INTELLIGENT_TIERING', archiveAccessDays: 120 }],
          job: 'glue-etl',
        },
        edges: ['b > job'],
      },
      target: 'b-to-job',
      severity: 'warning',
      message: ['120 days'],
    },
  ],
});
