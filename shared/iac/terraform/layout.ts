/** HCL as a tree, and its layout as `terraform fmt` wants it. */

/** A value: text on one line, or brackets around items. */
export type HclValue =
  | string
  | { kind: 'list'; items: readonly HclValue[] }
  | { kind: 'object'; members: readonly HclMember[] }
  | { kind: 'call'; callee: string; argument: HclValue };

/** A member of an object value; `key` is already code. */
export interface HclMember {
  key: string;
  value: HclValue;
}

export type HclItem =
  | { kind: 'attribute'; name: string; value: HclValue }
  | { kind: 'block'; type: string; labels: readonly string[]; body: readonly HclItem[] }
  | { kind: 'comment'; lines: readonly string[] }
  | { kind: 'blank' };

export const attribute = (name: string, value: HclValue): HclItem => ({ kind: 'attribute', name, value });
export const hclBlock = (type: string, labels: readonly string[], body: readonly HclItem[]): HclItem => ({
  kind: 'block',
  type,
  labels,
  body,
});

const lineWidth = 100;

/**
 * Names of arguments, blocks and labels are code, so nothing but a name may stand there.
 * @throws RangeError for anything else
 */
function checkName(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) throw new RangeError(`"${name}" is no name in Terraform.`);
  return name;
}

function printInline(value: HclValue): string | undefined {
  if (typeof value === 'string') return value;
  switch (value.kind) {
    case 'list': {
      const items = value.items.map(printInline);
      return items.every((item) => item !== undefined) ? `[${items.join(', ')}]` : undefined;
    }
    case 'object':
      return value.members.length === 0 ? '{}' : undefined;
    case 'call': {
      const argument = printInline(value.argument);
      return argument === undefined ? undefined : `${value.callee}(${argument})`;
    }
  }
}

/** The value as lines; the first one continues the line it starts on. */
function printValue(value: HclValue, indent: number, used: number): string {
  const inline = printInline(value);
  if (inline !== undefined && (used + inline.length <= lineWidth || typeof value === 'string')) return inline;
  if (typeof value === 'string') return value;
  const inner = ' '.repeat(indent + 2);
  const outer = ' '.repeat(indent);
  switch (value.kind) {
    case 'call':
      return `${value.callee}(${printValue(value.argument, indent, used + value.callee.length + 1)})`;
    case 'list': {
      if (value.items.length === 0) return '[]';
      const lines = value.items.map((item) => `${inner}${printValue(item, indent + 2, indent + 2)},`);
      return ['[', ...lines, `${outer}]`].join('\n');
    }
    case 'object': {
      const assignments = value.members.map(({ key, value: member }) => ({
        key,
        text: printValue(member, indent + 2, indent + 5 + key.length),
      }));
      return ['{', ...alignAssignments(assignments, inner), `${outer}}`].join('\n');
    }
  }
}

/** Columns that a key takes, counted in what readers see as characters. */
function countColumns(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
}

/** `key = value` lines; the equals signs of neighbouring one-line values stand below each other. */
function alignAssignments(assignments: readonly { key: string; text: string }[], margin: string): string[] {
  const lines: string[] = [];
  let run: { key: string; text: string }[] = [];
  const flush = (): void => {
    const width = Math.max(...run.map(({ key }) => countColumns(key)));
    for (const { key, text } of run) {
      lines.push(`${margin}${key}${' '.repeat(width - countColumns(key))} = ${text}`);
    }
    run = [];
  };
  for (const assignment of assignments) {
    if (assignment.text.includes('\n')) {
      if (run.length > 0) flush();
      lines.push(`${margin}${assignment.key} = ${assignment.text}`);
    } else {
      run.push(assignment);
    }
  }
  if (run.length > 0) flush();
  return lines;
}

/** The items of a body as lines without an end. */
export function printBody(items: readonly HclItem[], indent = 0): string[] {
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let run: { key: string; text: string }[] = [];
  const flush = (): void => {
    lines.push(...alignAssignments(run, margin));
    run = [];
  };
  const separate = (): void => {
    if (lines.length > 0 && lines.at(-1) !== '' && !lines.at(-1)?.trimStart().startsWith('#')) lines.push('');
  };
  for (const item of items) {
    if (item.kind === 'attribute') {
      run.push({
        key: checkName(item.name),
        text: printValue(item.value, indent, indent + item.name.length + 3),
      });
      continue;
    }
    if (run.length > 0) flush();
    switch (item.kind) {
      case 'blank':
        if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
        break;
      case 'comment':
        separate();
        lines.push(...item.lines.map((line) => margin + line));
        break;
      case 'block': {
        separate();
        const labels = item.labels.map((label) => `"${checkName(label)}"`);
        const head = [checkName(item.type), ...labels].join(' ');
        if (item.body.length === 0) lines.push(`${margin}${head} {}`);
        else lines.push(`${margin}${head} {`, ...printBody(item.body, indent + 2), `${margin}}`);
        break;
      }
    }
  }
  if (run.length > 0) flush();
  return lines;
}
