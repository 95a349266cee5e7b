/** What a design can be written as; names of commands and of manifests. */
export const exportTargets = ['cdk', 'terraform', 'cloudformation', 'resources'] as const;
export type ExportTarget = (typeof exportTargets)[number];

/** What people call the targets. */
export const targetLabels: Readonly<Record<ExportTarget, string>> = {
  cdk: 'CDK',
  terraform: 'Terraform',
  cloudformation: 'CloudFormation',
  resources: 'List',
};
