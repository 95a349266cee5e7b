import type { NumberLimit } from '../../shared/graph/value-limits.ts';

/** How a number of the document is shown: its unit, and shown numbers per number of the document. */
export interface NumberDisplay {
  unit?: string | undefined;
  /** 100 for a share shown in percent, 1/60 for seconds shown in minutes. */
  scale?: number | undefined;
}

/** A product such as 0.07 × 100 without the dust of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** A number of the document as the one on screen. */
export const toShown = (value: number, { scale = 1 }: NumberDisplay): number => clean(value * scale);

/** A number on screen as the one of the document. */
export const fromShown = (shown: number, { scale = 1 }: NumberDisplay): number => clean(shown / scale);

export const isWithin = (value: number, { least, most, integer }: NumberLimit): boolean =>
  value >= least && value <= most && (!integer || Number.isInteger(value));

const wide = new Intl.NumberFormat('en-US', { maximumFractionDigits: 9 });
const narrow = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });

/** Small bounds are often fractions of another unit; two digits of them say enough. */
const formatBound = (bound: number): string => (Math.abs(bound) < 1 ? narrow : wide).format(bound);

/** Says why a number, or a text instead of one, was not taken, what is allowed and what the document holds instead. */
export function describeRefusal(
  typed: number | string,
  stays: number | string,
  limit: NumberLimit,
  display: NumberDisplay,
): string {
  const unit = display.unit ? ` ${display.unit}` : '';
  const show = (value: number | string): string => (typeof value === 'number' ? wide.format(value) : value);
  const found = typeof typed === 'number' ? `${show(typed)}${unit}` : typed;
  const bounds = [limit.least, limit.most].map((bound) => formatBound(toShown(bound, display)));
  const range = `${limit.integer ? 'a whole number from ' : ''}${bounds.join(' to ')}${unit}`;
  return `${found} is not possible; ${range} is allowed. The value stays ${show(stays)}${unit}.`;
}
