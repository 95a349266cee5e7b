import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at Splunk. */
export const splunkPairs: readonly PairRule[] = definePairs('splunk', [
  {
    id: 'E-0923',
    target: 's3',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'external index is a sink here',
    preconditions: 'take the branch upstream in Firehose backup',
    severity: 'warning',
    sources: ['FH-DLV'],
  },
]);
