import { defineNodeRule } from '../define-rule.ts';

export const bothToolsHaveTheResource = defineNodeRule({
  id: 'both-tools-have-the-resource',
  codes: ['G-130'],
  severity: 'advice',
  category: 'Lifecycle of services',
  title: 'CloudFormation and Terraform both have the resources of a design',
  description:
    'Some resources exist in one of the tools only. The export of the other contains a step to do by hand, with the ' +
    'command. Choose the tool that has all your resources if you can.',
  sources: ['CDK', 'TF'],
  reach: 'own',
  check: (node) => {
    const { cloudFormation, terraform } = node.definition?.iac.missing ?? {};
    // What neither tool has is no reason to prefer one of them.
    if ((cloudFormation === undefined) === (terraform === undefined)) return [];
    const lacking = cloudFormation === undefined ? 'Terraform' : 'CloudFormation';
    return [
      {
        message: `${node.name}: ${cloudFormation ?? terraform ?? ''} The ${lacking} export has a step to do by hand.`,
      },
    ];
  },
});
