import { UsageError } from './command.ts';

const secondsPerUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * Seconds of a duration: `90`, `90s`, `15m`, `24h`, `7d`, or several: `1h30m`.
 * @throws UsageError for anything else, and for nothing at all.
 */
export function parseDuration(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return checkLength(Number(text), text);
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([smhd])/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) throw refuse(text);
  const seconds = parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (secondsPerUnit[unit ?? ''] ?? 0),
    0,
  );
  return checkLength(seconds, text);
}

/**
 * A stretch of a run: `3h..3h10m`, or `0..90`.
 * @throws UsageError for anything else.
 */
export function parseWindow(text: string): { fromSeconds: number; toSeconds: number } {
  const [from, to, ...more] = text.split('..');
  if (from === undefined || to === undefined || more.length > 0) {
    throw new UsageError(`--window takes FROM..TO, for example 3h..3h10m; found "${text}".`);
  }
  return {
    fromSeconds: /^0+[smhd]?$/.test(from) ? 0 : parseDuration(from),
    toSeconds: parseDuration(to),
  };
}

function checkLength(seconds: number, text: string): number {
  if (seconds <= 0) throw refuse(text);
  return seconds;
}

function refuse(text: string): UsageError {
  return new UsageError(`"${text}" is no duration; write seconds, or 15m, 24h, 7d, 1h30m.`);
}
