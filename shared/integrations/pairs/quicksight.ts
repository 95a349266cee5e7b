import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at a QuickSight dashboard. */
export const quicksightPairs: readonly PairRule[] = definePairs('quicksight', [
  {
    id: 'E-0935',
    target: 'user-app',
    verdict: 'direct',
    semantics: 'respond',
    mechanism: 'dashboard, embed, email',
    cloudFormation: 'AWS::QuickSight::Dashboard.Permissions',
    terraform: 'aws_quicksight_dashboard.permissions',
    encryption: 'TLS',
    severity: 'advice',
    sources: ['QS-SRC'],
  },
  {
    id: 'E-0936',
    target: 's3',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'BI tool is a reader',
    preconditions: 'reverse the edge',
    severity: 'error',
    sources: ['QS-SRC'],
  },
  {
    id: 'E-0937',
    target: 'redshift',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'BI tool is a reader',
    preconditions: 'reverse the edge',
    severity: 'error',
    sources: ['QS-SRC'],
  },
  {
    id: 'E-0938',
    target: 'lambda',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'no trigger',
    preconditions: 'schedule refresh from Step Functions',
    severity: 'error',
    sources: ['QS-SRC'],
  },
]);
