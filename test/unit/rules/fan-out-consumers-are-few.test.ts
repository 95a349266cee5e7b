import { fanOutConsumersAreFew } from '../../../shared/rules/capacity/fan-out-consumers-are-few.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const consumers = (amount: number): Sketch => {
  const ids = Array.from({ length: amount }, (_, index) => `c${index + 1}`);
  return {
    nodes: { in: 'kds', ...Object.fromEntries(ids.map((id) => [id, 'ec2'])) },
    edges: ids.map((id) => [`in > ${id}`, { fanOut: 'enhanced' }]),
  };
};

testRule(fanOutConsumersAreFew, {
  accepts: { '20 consumers': consumers(20) },
  rejects: [
    { because: '21 consumers', design: consumers(21), target: 'in', message: ['has 21', '20 are allowed'] },
  ],
});
