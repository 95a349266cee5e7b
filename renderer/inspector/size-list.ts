import { listLimits, numberLimits } from '../../shared/graph/value-limits.ts';
import type { Reading } from '../ui/checked-text.tsx';
import { isWithin } from '../ui/number-range.ts';

type SizeList = { bytes: number; weight: number }[];

const { recordSizeBytes, weight: weightLimit } = numberLimits;
const show = (value: number): string => value.toLocaleString('en-US');

/** A list of sizes as text, one `bytes, weight` a line. */
export function formatSizes(sizes: Readonly<SizeList>): string {
  return sizes.map(({ bytes, weight }) => `${bytes}, ${weight}`).join('\n');
}

/** Reads such a text; a left-out weight is 1. Answers what is wrong when it cannot be used. */
export function parseSizes(text: string): Reading<SizeList> {
  const sizes: SizeList = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [bytes = Number.NaN, weight = 1, ...rest] = line
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number);
    if (!isWithin(bytes, recordSizeBytes) || !isWithin(weight, weightLimit) || rest.length > 0) {
      return {
        fault: `Line ${index + 1}, “${line.trim().slice(0, 40)}”: a size of ${recordSizeBytes.least} to ${show(recordSizeBytes.most)} bytes and a weight of ${weightLimit.least} to ${show(weightLimit.most)} are required. The list before it stays.`,
      };
    }
    sizes.push({ bytes, weight });
  }
  if (!sizes.some((size) => size.weight > 0)) {
    return { fault: 'At least one size with a weight above 0 is required. The list before it stays.' };
  }
  return sizes.length > listLimits.recordSizes
    ? {
        fault: `There are ${show(sizes.length)} sizes; at most ${show(listLimits.recordSizes)} are allowed. The list before it stays.`,
      }
    : { value: sizes };
}
