import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import type { NodeView } from '../view/design-view.ts';
import { formatNumber } from '../wording.ts';

/** Properties of which the first must not exceed the second. */
const pairs: readonly (readonly [string, string])[] = [
  ['minCapacity', 'maxCapacity'],
  ['baseCapacity', 'maxCapacity'],
  ['minvCpus', 'maxvCpus'],
  ['minCapacityUnits', 'maxCapacityUnits'],
  ['allocatedStorage', 'maxAllocatedStorage'],
  ['minACU', 'maxACU'],
  ['datapointsToAlarm', 'evaluationPeriods'],
];

export const minimumWithinMaximum = defineNodeRule({
  id: 'minimum-within-maximum',
  severity: 'error',
  category: 'Properties',
  title: 'Lower bounds of scaling are not above upper bounds',
  description: 'AWS refuses a minimum above the maximum. The two properties contradict each other.',
  sources: ['CDK'],
  reach: 'own',
  check: (node) =>
    pairs.flatMap(([low, high]) => {
      const lowest = readNumber(node, low);
      const highest = readNumber(node, high);
      if (lowest === undefined || highest === undefined || lowest <= highest) return [];
      const labels =
        node.definition?.properties.filter((item) => item.name === low || item.name === high) ?? [];
      const [lowLabel = low, highLabel = high] = [low, high].map(
        (name) => labels.find((item) => item.name === name)?.label,
      );
      return [
        {
          message: `${node.name}: ${lowLabel} is ${formatNumber(lowest)}, ${highLabel} only ${formatNumber(highest)}. Lower the one or raise the other.`,
          property: low,
          part: low,
          repairs: [
            setNodeProperty(
              node,
              high,
              node.config.value(low),
              `Set ${highLabel} to ${formatNumber(lowest)}`,
            ),
          ],
        },
      ];
    }),
});

/** Number of a property that applies; selects of numbers count, hidden properties do not. */
function readNumber(node: NodeView, name: string): number | undefined {
  const definition = node.definition?.properties.find((item) => item.name === name);
  if (!definition) return undefined;
  const condition = definition.visibleWhen;
  if (condition && !condition.equals.includes(node.config.value(condition.property))) return undefined;
  if (definition.type === 'number') return node.config.number(name);
  const value = definition.type === 'select' ? Number(node.config.text(name)) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
