/**
 * Where a statement's resources come from. `owner` is the end of the edge whose service is one of the
 * set's owners. Holes in `suffix` and `template`: `{partition}`, `{region}`, `{account}`, `{prefix}`
 * (key prefix of the edge), `{name}` (physical name of the owner) and `{grantee}` (physical name of the
 * node whose role gets the set).
 */
export type GrantResource =
  | {
      of: 'owner';
      /** Appended to the ARN. */
      suffix: string;
      /** Key of the owner's resource that is meant; absent: its primary resource. */
      key?: string;
      /** `stream-arn` for the change stream of a table. */
      attribute?: 'stream-arn';
    }
  | { of: 'template'; template: string }
  /** The roles of the owner, for iam:PassRole. */
  | { of: 'owner-roles' }
  /** The secret with the credentials of the edge. */
  | { of: 'secret' }
  /** IAM knows no narrower resource for the actions, or it is not known before run time. */
  | { of: 'any'; reason: string };

export interface GrantStatement {
  /** Never with wildcards. */
  actions: readonly string[];
  resources: readonly GrantResource[];
  /** Service that may be handed the role; becomes the condition `iam:PassedToService`. */
  passedTo?: string;
}

/** Least privilege for one way of using a service. */
export interface GrantSet {
  /** `KDS-R`: the id that pair rules name. */
  id: string;
  /** One sentence: what the holder may do. */
  purpose: string;
  /**
   * Services whose resource is meant. Empty: the set needs no owner. With owners, but neither end of the
   * edge among them, the edge to the owner gives the grant and this one is skipped.
   */
  owners: readonly string[];
  statements: readonly GrantStatement[];
}

/** The owner's ARN with a suffix. */
export const own = (suffix = '', key?: string): GrantResource => ({
  of: 'owner',
  suffix,
  ...(key !== undefined && { key }),
});

/** An ARN of this account: `arn:<partition>:<service>:<region>:<account>:<resource>`. */
export const accountArn = (service: string, resource: string): GrantResource => ({
  of: 'template',
  template: `arn:{partition}:${service}:{region}:{account}:${resource}`,
});

/** Every resource, with the reason why it cannot be narrowed. */
export const any = (reason: string): GrantResource => ({ of: 'any', reason });

/** Statement with one list of actions for each of the resources. */
export const allow = (
  actions: readonly string[],
  ...resources: readonly GrantResource[]
): GrantStatement => ({
  actions,
  resources,
});

/** Permission to hand the owner's roles to a service. */
export const passRole = (service: string): GrantStatement => ({
  actions: ['iam:PassRole'],
  resources: [{ of: 'owner-roles' }],
  passedTo: service,
});

/** Reason for actions that IAM only knows with `*`. */
export const noResourceLevel = 'The action has no resource-level permissions.';
