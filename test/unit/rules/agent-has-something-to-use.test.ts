import { agentHasSomethingToUse } from '../../../shared/rules/machine-learning/agent-has-something-to-use.ts';
import { testRule } from './rule-cases.ts';

testRule(agentHasSomethingToUse, {
  accepts: {
    'a function': { nodes: { a: 'bedrock-agent', f: 'lambda' }, edges: ['a > f'] },
    'a knowledge base': { nodes: { k: 'bedrock-kb', a: 'bedrock-agent' }, edges: ['k > a'] },
  },
  rejects: [
    {
      because: 'an agent on its own',
      design: { nodes: { u: 'user-app', a: 'bedrock-agent' }, edges: ['u > a'] },
      target: 'a',
      message: ['neither a function', 'knowledge base'],
    },
  ],
});
