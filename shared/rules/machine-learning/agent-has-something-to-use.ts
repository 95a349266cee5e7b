import { defineNodeRule } from '../define-rule.ts';

const tools = new Set(['lambda', 'bedrock-kb', 'bedrock-agent']);

export const agentHasSomethingToUse = defineNodeRule({
  id: 'agent-has-something-to-use',
  severity: 'warning',
  category: 'Machine learning',
  title: 'An agent has a function to call or a knowledge base to ask',
  description:
    'An agent plans steps and carries them out with action functions and knowledge bases. Without either it is a model ' +
    'with a longer prompt; call the model directly.',
  sources: ['BR-AGT', 'N-239'],
  services: ['bedrock-agent'],
  reach: 'neighbours',
  check: (node) => {
    const neighbours = [
      ...node.outgoing.map((edge) => edge.target),
      ...node.incoming.filter((edge) => edge.source.service !== 'lambda').map((edge) => edge.source),
    ];
    if (neighbours.some((other) => tools.has(other.service))) return [];
    return [
      {
        message: `${node.name} has neither a function to call nor a knowledge base to ask. Connect one, or call the model directly.`,
      },
    ];
  },
});
