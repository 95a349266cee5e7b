import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const apiHasAuthorization = defineNodeRule({
  id: 'api-has-authorization',
  severity: 'warning',
  category: 'Security',
  title: 'APIs ask who is calling',
  description:
    'An API without authorization takes data from anybody who finds its address, up to its throttle. If what stands ' +
    'behind it checks callers itself, accept the finding and say so.',
  sources: ['ASSUMPTION', 'N-035'],
  services: ['api-gateway'],
  reach: 'own',
  check: (node) => {
    if (node.config.text('authorization') !== 'NONE') return [];
    return [
      {
        message: `${node.name} lets anybody call it. Require IAM signatures or tokens.`,
        property: 'authorization',
        repairs: [setNodeProperty(node, 'authorization', 'AWS_IAM', 'Require IAM signatures')],
      },
    ];
  },
});
