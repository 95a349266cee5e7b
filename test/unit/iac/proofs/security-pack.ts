import { createRequire } from 'node:module';

/** An error of the rule pack AwsSolutions on a construct. */
export interface SecurityFinding {
  rule: string;
  message: string;
  places: string[];
}

interface Pack {
  validateScope(scope: object): {
    violations: {
      ruleName: string;
      description: string;
      severity?: string;
      violatingResources: { constructPath?: string }[];
    }[];
  };
}

const load = createRequire(import.meta.url);

/** Errors that the pack finds in a synthesized app. */
export function findSecurityErrors(app: object): SecurityFinding[] {
  const { AwsSolutionsChecks } = load('cdk-nag') as { AwsSolutionsChecks: new (scope: object) => Pack };
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.filter(({ severity }) => severity === 'error')
    .map(({ ruleName, description, violatingResources }) => ({
      rule: ruleName,
      message: description,
      places: violatingResources.map((resource) => resource.constructPath ?? ''),
    }));
}

/**
 * Errors of the pack that the exports keep, with the reason. What a designer can choose is no fault of an
 * export; what the pack cannot see is none at all.
 */
export const acceptedFindings: Readonly<Record<string, string>> = {
  // Permissions: proofs/policies.ts is stricter, action by action.
  IAM5: 'Wildcards stand for objects, streams and indexes inside one named resource, or have a reason beside them.',
  // Logs that cost and that the designer draws or switches on.
  S1: 'Access logs need a bucket to go to; the designer draws it and names it in the bucket.',
  SF1: 'How much a workflow logs is a property; ALL with data is costly and may hold personal data.',
  OS9: 'Slow logs are for tuning; they hold the queries and with them data of the users.',
  APIG1: 'Access logs of an API are switched on by an edge to CloudWatch Logs.',
  APIG6: 'So are its execution logs, which need a role that is one for the account and Region.',
  CFR3: 'Access logs need a bucket to go to, which the designer draws.',
  // What the designer chooses, with rules of the app that speak of it.
  SQS3: 'A dead-letter queue is drawn; the rule on failed messages asks for it.',
  L1: 'The designer chooses the runtime; the catalogue says when it ends.',
  KDF1: 'Encryption is on by default, but a delivery stream that reads a stream cannot have its own.',
  RS8: 'Data Firehose reaches a cluster by a public address only; the security group admits its range alone.',
  OS1: 'Placement in the VPC is a property; the policies of the roles guard the public endpoint.',
  OS3: 'Access is by the signed requests of roles, which is narrower than addresses.',
  OS4: 'Dedicated masters are a property; they pay from three data nodes on.',
  APIG2: 'The services behind the API check what they take.',
  COG4: 'Who may call an API is a property; without users in the design it is IAM.',
  EMR6: 'Nobody signs in by key pair; Session Manager does without one.',
  // What is so by the nature of the thing.
  OS5: 'The domain has no policy of its own: only roles with a policy that names it get in.',
  RDS11: 'A port is no secret; the security group admits callers of the VPC only.',
  RS4: 'A port is no secret; the security group admits callers of the VPC only.',
  CFR4: 'The certificate of CloudFront itself fixes the protocol; another needs a domain name.',
  SM2: 'A connected key encrypts the volume; without one SageMaker does so with a key of its own.',
  EC23: 'The pack cannot read a range that is an input of the stack.',
  EMR4: 'A connected key encrypts the disks; the pack looks for it one level above where EMR takes it.',
  EMR5: 'Needs certificates in a bucket, which only the owner of the cluster can make.',
};

/** Findings that nobody gave a reason for. */
export const findUnexplained = (findings: readonly SecurityFinding[]): SecurityFinding[] =>
  findings.filter(({ rule }) => {
    const id = /^AwsSolutions-(\w+)/.exec(rule)?.[1] ?? rule;
    return acceptedFindings[id] === undefined;
  });
