import { pollingConsumersAreFew } from '../../../shared/rules/capacity/polling-consumers-are-few.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const consumers = (amount: number): Sketch => {
  const ids = Array.from({ length: amount }, (_, index) => `c${index + 1}`);
  return {
    nodes: { in: 'kds', ...Object.fromEntries(ids.map((id) => [id, 'ec2'])) },
    edges: ids.map((id) => `in > ${id}`),
  };
};

testRule(pollingConsumersAreFew, {
  accepts: { 'four polling consumers': consumers(4) },
  rejects: [
    { because: 'five', design: consumers(5), target: 'in', message: ['5 consumers', '5 calls per second'] },
  ],
});
