import { ruleHasFewTargets } from '../../../shared/rules/messaging/rule-has-few-targets.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (amount: number): Sketch => {
  const ids = Array.from({ length: amount }, (_, index) => `q${index + 1}`);
  return {
    nodes: { r: 'eventbridge-rule', ...Object.fromEntries(ids.map((id) => [id, 'sqs'])) },
    edges: ids.map((id) => `r > ${id}`),
  };
};

testRule(ruleHasFewTargets, {
  accepts: { 'five targets': sketch(5) },
  rejects: [
    { because: 'six targets', design: sketch(6), target: 'r', message: ['6 targets', '5 are allowed'] },
  ],
});
