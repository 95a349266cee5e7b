import { type Expression, pseudo, text } from '../../iac/ir/expression.ts';
import type { IacContext } from '../../iac/ir/mapping.ts';
import type { Both } from './both.ts';
import type { Destination } from './destination.ts';
import { buildEndpoint } from './endpoint-destination.ts';
import { buildOpenSearch } from './opensearch-destination.ts';
import { buildRedshift } from './redshift-destination.ts';
import { buildS3 } from './s3-destination.ts';

/** The destination part of the delivery stream; `bucket` is where data or its backup goes. */
export function buildDestination(context: IacContext, destination: Destination, bucket: Expression): Both {
  switch (destination.kind) {
    case 's3':
      return buildS3(context, destination, bucket);
    case 'redshift':
      return buildRedshift(context, destination);
    case 'opensearch':
      return buildOpenSearch(context, destination, bucket);
    default:
      return buildEndpoint(context, destination, bucket);
  }
}

/** Name of a bucket of the node's own: globally unique through account and Region. */
export const getBackupBucketName = (context: IacContext): Expression =>
  text(context.physicalName(28), '-backup-', pseudo('account'), '-', pseudo('region'));
