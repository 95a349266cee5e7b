import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at Datadog. */
export const datadogPairs: readonly PairRule[] = definePairs('datadog', [
  {
    id: 'E-0931',
    target: 's3',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'external sink here',
    preconditions: 'branch upstream',
    severity: 'warning',
    sources: ['FH-DLV'],
  },
]);
