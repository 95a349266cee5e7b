const plain = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3, maximumFractionDigits: 20 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

const steps = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e4, 'k'],
] as const;

/** Three significant digits: 9,870, 12.3k, 4.5M. */
export function formatCount(value: number): string {
  for (const [step, letter] of steps) {
    if (Math.abs(value) >= step) return `${plain.format(value / (letter === 'k' ? 1000 : step))}${letter}`;
  }
  return Math.abs(value) >= 100 ? whole.format(value) : plain.format(value);
}

export const formatRate = (value: number): string => `${formatCount(value)}/s`;
export const formatPercent = (share: number): string => `${Math.round(share * 100)} %`;

/** A span of time in the unit that fits: 12 ms, 3.4 s, 2 min 5 s, 1 h 20 min. */
export function formatSpan(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'never ends';
  if (seconds === 0) return '0 s';
  if (seconds < 0.001) return `${plain.format(seconds * 1e6)} µs`;
  if (seconds < 1) return `${plain.format(seconds * 1000)} ms`;
  if (seconds < 60) return `${plain.format(seconds)} s`;
  const total = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  if (hours >= 48) return `${plain.format(seconds / 86_400)} d`;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return rest > 0 ? `${minutes} min ${rest} s` : `${minutes} min`;
}

/** A time of the run as a clock: 01:02:03, with days in front when there are any. */
export function formatClock(seconds: number): string {
  const total = Math.floor(seconds);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const days = Math.floor(total / 86_400);
  const clock = `${pad(Math.floor((total % 86_400) / 3600))}:${pad(Math.floor((total % 3600) / 60))}:${pad(total % 60)}`;
  return days > 0 ? `${days}d ${clock}` : clock;
}

/** A share that never rounds to nothing, nor to everything: 0 %, < 0.1 %, 2.4 %, 38 %, > 99.9 %. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent <= 0) return '0 %';
  if (percent < 0.1) return '< 0.1 %';
  if (percent > 99.9) return percent >= 100 - 1e-9 ? '100 %' : '> 99.9 %';
  return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`;
}
