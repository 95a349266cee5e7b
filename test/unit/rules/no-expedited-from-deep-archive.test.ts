import { noExpeditedFromDeepArchive } from '../../../shared/rules/storage/no-expedited-from-deep-archive.ts';
import { testRule } from './rule-cases.ts';

testRule(noExpeditedFromDeepArchive, {
  accepts: {
    'expedited from Glacier Flexible': {
      nodes: { b: ['s3', { storageClass: 'GLACIER', retrievalTier: 'EXPEDITED' }] },
    },
  },
  rejects: [
    {
      because: 'expedited from Deep Archive',
      design: { nodes: { b: ['s3', { storageClass: 'DEEP_ARCHIVE', retrievalTier: 'EXPEDITED' }] } },
      target: 'b',
      property: 'retrievalTier',
      message: ['expedited', 'standard (12 h)'],
      repairs: ['set-retrievalTier', 'set-storageClass'],
    },
  ],
});
