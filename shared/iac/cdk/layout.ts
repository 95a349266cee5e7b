/** Lays out TypeScript values the way a formatter would: on one line where they fit, else one per line. */

export const lineWidth = 100;

/** A value as code, before its place on the line is known. */
export type Code = string | { open: string; close: string; items: readonly CodeItem[]; keepOpen?: boolean };

export interface CodeItem {
  /** `key: ` of an object member; empty in arrays and arguments. */
  label: string;
  value: Code;
  /** Comment lines printed before the item; they force the long form. */
  comments?: readonly string[];
}

function printInline(code: Code): string | undefined {
  if (typeof code === 'string') return code.includes('\n') ? undefined : code;
  const { open, close, items } = code;
  if (items.length === 0) return open + close;
  if (code.keepOpen || items.some((item) => item.comments?.length)) return undefined;
  const parts: string[] = [];
  for (const item of items) {
    const value = printInline(item.value);
    if (value === undefined) return undefined;
    parts.push(item.label + value);
  }
  const padding = open.endsWith('{') ? ' ' : '';
  return `${open}${padding}${parts.join(', ')}${padding}${close}`;
}

/**
 * The code as text.
 * @param indent spaces before the line the value starts on
 * @param used characters already on that line
 */
export function printCode(code: Code, indent: number, used: number): string {
  const inline = printInline(code);
  if (inline !== undefined && used + inline.length <= lineWidth) return inline;
  if (typeof code === 'string') return code;
  const hugged = printHugged(code, indent, used);
  if (hugged !== undefined) return hugged;
  const inner = ' '.repeat(indent + 2);
  const lines = code.items.flatMap((item) => [
    ...(item.comments ?? []).map((comment) => inner + comment),
    `${inner}${item.label}${printCode(item.value, indent + 2, indent + 3 + item.label.length)},`,
  ]);
  return [code.open, ...lines, `${' '.repeat(indent)}${code.close}`].join('\n');
}

/** A call whose last argument is an object or array keeps the brackets together: `call(a, { … })`. */
function printHugged(code: Exclude<Code, string>, indent: number, used: number): string | undefined {
  const last = code.items.at(-1);
  if (!code.open.endsWith('(') || !last || typeof last.value === 'string' || last.comments?.length)
    return undefined;
  const before = code.items.slice(0, -1).map((item) => printInline(item.value));
  if (before.some((item) => item === undefined)) return undefined;
  const start = code.open + before.map((item) => `${item ?? ''}, `).join('');
  if (used + start.length + last.value.open.length > lineWidth) return undefined;
  return `${start}${printCode({ ...last.value, keepOpen: true }, indent, lineWidth)}${code.close}`;
}

/** An array literal. */
export const arrayCode = (items: readonly Code[]): Code => ({
  open: '[',
  close: ']',
  items: items.map((value) => ({ label: '', value })),
});

/** A call or construction with arguments. */
export const callCode = (callee: string, ...args: readonly Code[]): Code => ({
  open: `${callee}(`,
  close: ')',
  items: args.map((value) => ({ label: '', value })),
});
