import type { Body } from '../../iac/ir/expression.ts';

/** The same part of a resource for both tools. */
export interface Both {
  cloudFormation: Body;
  terraform: Body;
}
