interface Field {
  name: string;
  min: number;
  max: number;
  words?: readonly string[];
}

const fields: readonly Field[] = [
  { name: 'minutes', min: 0, max: 59 },
  { name: 'hours', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  {
    name: 'month',
    min: 1,
    max: 12,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  { name: 'day of week', min: 1, max: 7, words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  { name: 'year', min: 1970, max: 2199 },
];

/**
 * What is wrong with an AWS schedule expression, as the end of a sentence; undefined when it is fine.
 * Understands `rate(…)`, `cron(…)` with six fields and `at(…)`.
 */
export function findScheduleFault(expression: string): string | undefined {
  const match = /^(rate|cron|at)\((.*)\)$/.exec(expression);
  if (!match) return 'must be written as cron(…) or rate(…).';
  const [, kind, inner = ''] = match;
  if (kind === 'rate') return findRateFault(inner);
  if (kind === 'at') {
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(inner)
      ? undefined
      : 'must name a time as at(yyyy-mm-ddThh:mm:ss).';
  }
  return findCronFault(inner.trim().split(/\s+/));
}

function findRateFault(inner: string): string | undefined {
  const match = /^(\d+) (minute|hour|day)(s?)$/.exec(inner);
  if (!match) return 'must read rate(5 minutes): a whole number and minutes, hours or days.';
  const [, value, unit = '', plural] = match;
  if (Number(value) === 0) return 'must have a value of at least 1.';
  if ((value === '1') === (plural === 's'))
    return `must read rate(${value ?? ''} ${unit}${value === '1' ? '' : 's'}).`;
  return undefined;
}

function findCronFault(values: readonly string[]): string | undefined {
  if (values.length !== fields.length)
    return `has ${values.length} fields; AWS cron has six: minutes, hours, day of month, month, day of week, year.`;
  const [, , dayOfMonth, , dayOfWeek] = values;
  if (dayOfMonth !== '?' && dayOfWeek !== '?')
    return `must have “?” as the day of month or the day of week; both are given (${dayOfMonth ?? ''} and ${dayOfWeek ?? ''}).`;
  if (dayOfMonth === '?' && dayOfWeek === '?') return 'may have “?” in one of the two day fields only.';
  for (const [index, field] of fields.entries()) {
    const value = values[index] ?? '';
    if (!isField(field, value))
      return `has “${value}” as ${field.name}; ${field.min} to ${field.max}, lists, ranges, steps and * are allowed.`;
  }
  return undefined;
}

function isField(field: Field, value: string): boolean {
  const isDay = field.name.startsWith('day');
  if (value === '*' || (isDay && value === '?')) return true;
  return value.split(',').every((part) => {
    const [range = '', step, ...rest] = part.split('/');
    if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
    if (range === '*') return step !== undefined;
    if (field.name === 'day of month' && /^(L|LW|\d{1,2}W)$/.test(range)) return step === undefined;
    if (field.name === 'day of week' && /^([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)?L$|^[1-7]#[1-5]$/.test(range))
      return step === undefined;
    const ends = range.split('-');
    return ends.length <= 2 && ends.every((end) => isValue(field, end));
  });
}

function isValue(field: Field, value: string): boolean {
  if (field.words?.includes(value.toUpperCase())) return true;
  return /^\d+$/.test(value) && Number(value) >= field.min && Number(value) <= field.max;
}
