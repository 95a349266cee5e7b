import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at an Amazon Q Business application. */
export const qBusinessPairs: readonly PairRule[] = definePairs('q-business', [
  {
    id: 'E-0932',
    target: 'user-app',
    verdict: 'direct',
    semantics: 'respond',
    mechanism: 'web experience',
    preconditions: 'existing customers only',
    cloudFormation: 'AWS::QBusiness::WebExperience.ApplicationId',
    resourcePolicy: 'the web experience role',
    encryption: 'TLS',
    severity: 'warning',
    sources: ['QB-EOL', 'N-236'],
  },
  {
    id: 'E-0933',
    target: 's3',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'Q Business reads sources, it does not write to buckets',
    preconditions: 'reverse the edge (s3 → q-business)',
    severity: 'error',
    sources: ['QB-CON'],
  },
  {
    id: 'E-0934',
    target: 'quicksight',
    verdict: 'direct',
    semantics: 'reference',
    mechanism: 'topic/knowledge link (QuickSight lists a QBUSINESS source type)',
    resourcePolicy: 'the service role',
    severity: 'advice',
    sources: ['QS-SRC'],
  },
]);
