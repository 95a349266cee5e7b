import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at a Redshift Spectrum schema. */
export const redshiftSpectrumPairs: readonly PairRule[] = definePairs('redshift-spectrum', [
  {
    id: 'E-0496',
    target: 's3',
    verdict: 'direct',
    semantics: 'query',
    mechanism: 'scan through the external table',
    preconditions: 'same Region; no un-restored Glacier objects',
    cloudFormation: 'AWS::Redshift::Cluster.IamRoles',
    terraform: 'aws_redshift_cluster.iam_roles',
    permissions: [{ principal: 'source', grants: ['S3-R', 'GLUE-CAT-R'] }],
    encryption: 'KD',
    severity: 'error',
    sources: ['RS-SPEC', 'N-176'],
  },
  {
    id: 'E-0497',
    target: 'quicksight',
    verdict: 'direct',
    semantics: 'query',
    mechanism: 'through the Redshift data source',
    cloudFormation: 'AWS::QuickSight::DataSource.DataSourceParameters.RedshiftParameters',
    terraform: 'aws_quicksight_data_source.parameters.redshift',
    resourcePolicy: 'the QuickSight service role',
    encryption: 'VPC',
    severity: 'warning',
    sources: ['QS-SRC'],
  },
]);
