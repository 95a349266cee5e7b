import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at a Kinesis Analytics SQL application. */
export const kdaSqlPairs: readonly PairRule[] = definePairs('kda-sql', [
  {
    id: 'E-0158',
    target: 'kds',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'discontinued',
    preconditions: 'msf',
    severity: 'error',
    sources: ['KDA-EOL'],
  },
  {
    id: 'E-0159',
    target: 'firehose',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'discontinued (was a supported SQL output)',
    preconditions: 'msf',
    severity: 'error',
    sources: ['KDA-EOL'],
  },
  {
    id: 'E-0160',
    target: 'lambda',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'discontinued (was a supported SQL output)',
    preconditions: 'msf → kds → lambda',
    severity: 'error',
    sources: ['KDA-EOL', 'N-128'],
  },
  {
    id: 'E-0161',
    target: 's3',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'never a direct SQL output; discontinued anyway',
    preconditions: 'msf with an S3 sink',
    severity: 'error',
    sources: ['KDA-EOL'],
  },
]);
