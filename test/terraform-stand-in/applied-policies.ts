import type { Template } from '../unit/iac/proofs/cdk-projects.ts';
import { findPolicyProblems } from '../unit/iac/proofs/policies.ts';
import { findDefinitionProblems } from '../unit/iac/proofs/state-machines.ts';
import { anyService } from './arn-formats.ts';
import type { StateResource } from './deploy-export.ts';

/** Arguments that hold a policy. */
const policyArguments = ['policy', 'access_policies', 'resource_policy'];

function parseDocument(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Policies and state machines of an applied configuration, in the form the proofs of templates read. */
export function buildAppliedTemplate(resources: readonly StateResource[]): Template {
  const found: Template['Resources'] = {};
  for (const { address, mode, type, values } of resources) {
    if (mode === 'data') continue;
    for (const name of policyArguments) {
      const document = parseDocument(values[name]);
      if (typeof document !== 'object' || document === null || !('Statement' in document)) continue;
      const isIdentity = type === 'aws_iam_role_policy' || type === 'aws_iam_policy';
      found[`${address}.${name}`] = {
        Type: isIdentity ? 'AWS::IAM::Policy' : 'AWS::S3::BucketPolicy',
        Properties: { PolicyDocument: document },
      };
    }
    if (type === 'aws_sfn_state_machine') {
      found[address] = {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: values.definition },
      };
    }
  }
  return { Resources: found };
}

export interface AppliedDocuments {
  /** Policies and state machines that were looked at. */
  count: number;
  problems: string[];
}

/** What is wrong with the documents as they were applied, every reference in them filled in. */
export async function checkAppliedDocuments(resources: readonly StateResource[]): Promise<AppliedDocuments> {
  const template = buildAppliedTemplate(resources);
  const policies = await findPolicyProblems(template);
  return {
    count: Object.keys(template.Resources).length,
    problems: [
      ...policies.filter((problem) => !problem.includes(`arn:aws:${anyService}:`)),
      ...findDefinitionProblems(template),
    ],
  };
}
