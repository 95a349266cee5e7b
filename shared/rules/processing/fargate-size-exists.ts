import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { formatNumber } from '../wording.ts';

const gibibyte = 1024;

/** Memory in MiB that Fargate offers for each CPU: lowest, highest, step. */
const sizes: Readonly<Record<string, readonly [number, number, number]>> = {
  256: [0.5 * gibibyte, 2 * gibibyte, 0.5 * gibibyte],
  512: [gibibyte, 4 * gibibyte, gibibyte],
  1024: [2 * gibibyte, 8 * gibibyte, gibibyte],
  2048: [4 * gibibyte, 16 * gibibyte, gibibyte],
  4096: [8 * gibibyte, 30 * gibibyte, gibibyte],
  8192: [16 * gibibyte, 60 * gibibyte, 4 * gibibyte],
  16384: [32 * gibibyte, 120 * gibibyte, 8 * gibibyte],
};

export const fargateSizeExists = defineNodeRule({
  id: 'fargate-size-exists',
  severity: 'error',
  category: 'Processing',
  title: 'Fargate tasks have a pair of CPU and memory that exists',
  description:
    'Fargate offers certain amounts of memory for each CPU size. A task definition with another pair is refused when ' +
    'it is registered; templates are not checked for it.',
  sources: ['CDK', 'ECS-Q'],
  services: ['ecs-fargate'],
  reach: 'own',
  check: (node) => {
    const size = sizes[node.config.text('cpu')];
    const memory = node.config.number('memory');
    if (!size) return [];
    const [lowest, highest, step] = size;
    const nearest = Math.min(highest, Math.max(lowest, Math.ceil(memory / step) * step));
    // 0.25 vCPU comes with 0.5, 1 and 2 GiB; there is no 1.5.
    const wanted = node.config.text('cpu') === '256' && nearest === 1536 ? 2048 : nearest;
    if (memory === wanted) return [];
    return [
      {
        message: `${node.name} asks for ${Number(node.config.text('cpu')) / 1024} vCPU with ${formatNumber(memory)} MiB; from ${formatNumber(lowest)} to ${formatNumber(highest)} MiB in steps of ${formatNumber(step)} exist.`,
        property: 'memory',
        repairs: [setNodeProperty(node, 'memory', wanted, `Use ${formatNumber(wanted)} MiB`)],
      },
    ];
  },
});
