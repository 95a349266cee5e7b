/** YAML as a tree, and its layout in the block style in which templates are written. */

/** Marks a value that CloudFormation computes, such as `!Ref`; user text never carries it. */
export const functionTag: unique symbol = Symbol('function');

/** Carries lines of comment that are printed before a list item. */
export const commentTag: unique symbol = Symbol('comment');

export interface FunctionCall {
  [functionTag]: 'Ref' | 'GetAtt' | 'Sub' | 'Join';
  argument: YamlValue;
}

export type YamlValue = string | number | boolean | FunctionCall | readonly YamlValue[] | YamlObject;

export interface YamlObject {
  readonly [commentTag]?: readonly string[];
  readonly [key: string]: YamlValue | undefined;
}

/** Calls one of CloudFormation's functions in the short form. */
export const callFunction = (name: FunctionCall[typeof functionTag], argument: YamlValue): FunctionCall => ({
  [functionTag]: name,
  argument,
});

export const isFunctionCall = (value: YamlValue): value is FunctionCall =>
  typeof value === 'object' && functionTag in value;

/** Words that some reader of YAML takes for something other than text. */
const notText = /^(true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const plainText = /^[A-Za-z/][A-Za-z0-9_./+@*-]*(?:::?[A-Za-z0-9_./+@*-]+)*(?: [A-Za-z0-9_./(),;+*-]+)*$/;
const hidden = /[\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

/** Text on one line; in quotes unless every reader takes it for text. */
export function printText(text: string): string {
  if (plainText.test(text) && !notText.test(text)) return text;
  return JSON.stringify(text).replace(
    hidden,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether the text reads back unchanged from the lines of a block. */
function fitsBlock(text: string): boolean {
  if (!text.includes('\n') || text.startsWith(' ') || text.startsWith('\n') || text.endsWith('\n\n'))
    return false;
  hidden.lastIndex = 0;
  // oxlint-disable-next-line no-control-regex -- these are what the pattern is about.
  if (hidden.test(text) || /[\u0000-\u0009\u000B-\u001F]/.test(text)) return false;
  // A line of nothing but blanks reads back as an empty one in some readers.
  return text.split('\n').every((line) => line === '' || /\S/.test(line));
}

function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be exported.`);
  return String(Object.is(value, -0) ? 0 : value);
}

/** The part of a value that stands on the line of its key, and the lines below. */
interface Printed {
  head: string;
  lines: string[];
}

const indentLine = (line: string): string => (line === '' ? '' : `  ${line}`);

function printScalar(text: string): Printed {
  if (!fitsBlock(text)) return { head: printText(text), lines: [] };
  const ends = text.endsWith('\n');
  const body = ends ? text.slice(0, -1) : text;
  return { head: ends ? '|' : '|-', lines: body.split('\n').map(indentLine) };
}

function printValue(value: YamlValue): Printed {
  if (typeof value === 'string') return printScalar(value);
  if (typeof value === 'number') return { head: printNumber(value), lines: [] };
  if (typeof value === 'boolean') return { head: String(value), lines: [] };
  if (isFunctionCall(value)) {
    const { head, lines } = printValue(value.argument);
    return { head: head === '' ? `!${value[functionTag]}` : `!${value[functionTag]} ${head}`, lines };
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return { head: '[]', lines: [] };
    return { head: '', lines: value.flatMap((item: YamlValue) => printItem(item)).map(indentLine) };
  }
  const lines = printMembers(value as YamlObject);
  return lines.length === 0 ? { head: '{}', lines } : { head: '', lines: lines.map(indentLine) };
}

/** A list item; the first member of an object stands on the line of the hyphen. */
function printItem(item: YamlValue): string[] {
  const { head, lines } = printValue(item);
  if (head !== '') return [`- ${head}`, ...lines];
  const comments = typeof item === 'object' && commentTag in item ? (item[commentTag] ?? []) : [];
  const [first = '', ...rest] = lines;
  return [...comments, `- ${first.slice(2)}`, ...rest];
}

/** The members of an object, one after the other from the margin. */
export function printMembers(members: YamlObject): string[] {
  return Object.entries(members).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const { head, lines } = printValue(value);
    return [head === '' ? `${printText(key)}:` : `${printText(key)}: ${head}`, ...lines];
  });
}
