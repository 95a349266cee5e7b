import { listLimits, numberLimits } from '../../shared/graph/value-limits.ts';
import type { Reading } from '../ui/checked-text.tsx';
import { isWithin } from '../ui/number-range.ts';

const { least, most } = numberLimits.weight;
const show = (value: number): string => value.toLocaleString('en-US');

/** Reads weights of keys, separated by commas, semicolons or blanks. */
export function parseWeights(text: string): Reading<number[]> {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const wrong = words.find((word) => !isWithin(Number(word), numberLimits.weight));
  if (wrong !== undefined) {
    return {
      fault: `“${wrong.slice(0, 40)}” is not possible; a weight of ${least} to ${show(most)} is allowed. The list before it stays.`,
    };
  }
  const weights = words.map(Number);
  if (!weights.some((weight) => weight > 0)) {
    return { fault: 'At least one weight above 0 is required. The list before it stays.' };
  }
  return weights.length > listLimits.keyWeights
    ? {
        fault: `There are ${show(weights.length)} weights; at most ${show(listLimits.keyWeights)} are allowed. The list before it stays.`,
      }
    : { value: weights };
}
