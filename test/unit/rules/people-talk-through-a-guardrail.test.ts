import { peopleTalkThroughAGuardrail } from '../../../shared/rules/machine-learning/people-talk-through-a-guardrail.ts';
import { findService } from '../../../shared/services/registry.ts';
import { testRule } from './rule-cases.ts';

testRule(peopleTalkThroughAGuardrail, {
  accepts: {
    'a guardrail': {
      nodes: { u: 'user-app', m: 'bedrock-model', g: 'bedrock-guardrail' },
      edges: ['u > m', 'g > m'],
    },
    'a model inside a pipeline': { nodes: { f: 'lambda', m: 'bedrock-model' }, edges: ['f > m'] },
  },
  rejects: [
    {
      because: 'people without a guardrail',
      design: { nodes: { u: 'user-app', m: 'bedrock-model' }, edges: ['u > m'] },
      target: 'm',
      message: ['without a guardrail'],
      repairs: findService('bedrock-guardrail') ? ['add-bedrock-guardrail'] : [],
    },
  ],
});
