import type { EdgeKind } from '../graph/design.ts';
import { deriveEdgeKind } from './derive-kind.ts';
import type { PairRule } from './integration.ts';

type Defaulted = 'via' | 'preconditions' | 'cloudFormation' | 'terraform' | 'permissions' | 'encryption';

/**
 * A row of the book as its file states it; what is left out is empty.
 *
 * Codes in the texts: `SDK` in the CloudFormation and Terraform columns = no property links the two, the
 * export emits a policy on the caller's role; `API: X` = only an API operation sets it. In the encryption
 * column KD = the reading role needs kms:Decrypt on the source's customer managed key; KG = the writing
 * role needs kms:GenerateDataKey and kms:Decrypt on the target's; KP(service) = the key's policy must
 * admit that service; VPC = both ends need networks that meet; TLS = encrypted transport; SEC =
 * credentials in Secrets Manager; PUB = the endpoint must be reachable from the service; BPA = Block
 * Public Access stays on.
 */
export type PairRow = Omit<PairRule, 'source' | 'kind' | Defaulted> &
  Partial<Pick<PairRule, Defaulted>> & {
    /** Only where the derivation would be wrong. */
    kind?: EdgeKind;
  };

/** Completes the rows of one source kind; see `deriveEdgeKind` for what an edge carries. */
export function definePairs(source: string, rows: readonly PairRow[]): readonly PairRule[] {
  return rows.map((row) => ({
    via: [],
    preconditions: '',
    cloudFormation: '',
    terraform: '',
    permissions: [],
    encryption: '',
    kind: deriveEdgeKind(source, row.target, row.semantics, row.via?.[0]?.[0]),
    ...row,
    source,
  }));
}
