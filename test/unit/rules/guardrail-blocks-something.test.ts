import { guardrailBlocksSomething } from '../../../shared/rules/machine-learning/guardrail-blocks-something.ts';
import { testRule } from './rule-cases.ts';

const off = {
  filterStrength: 'NONE',
  promptAttackStrength: 'NONE',
  blockProfanity: false,
  words: [],
  topics: [],
  piiTypes: [],
  groundingThreshold: 0,
};

testRule(guardrailBlocksSomething, {
  accepts: {
    'the defaults': { nodes: { g: 'bedrock-guardrail' } },
    'one word': { nodes: { g: ['bedrock-guardrail', { ...off, words: ['secret'] }] } },
  },
  rejects: [
    {
      because: 'a guardrail that lets everything pass',
      design: { nodes: { g: ['bedrock-guardrail', off] } },
      target: 'g',
      property: 'filterStrength',
      message: ['filters nothing'],
      repairs: ['set-filterStrength'],
    },
  ],
});
