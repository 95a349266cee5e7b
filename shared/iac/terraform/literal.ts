import { splitCommentLines } from '../ir/comment-lines.ts';

/**
 * The only place where text becomes HCL. Quoted strings only, never heredocs: everything that could end
 * the string or start a template is escaped.
 */
export function printString(value: string): string {
  const escaped = value
    .normalize('NFC')
    .replace(/[\\"]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // A function, because `$$` in a replacement text would become a single `$`.
    .replace(/[$%]\{/g, (marker) => `${marker.charAt(0)}${marker}`)
    .replace(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, escapeCharacter);
  return `"${escaped}"`;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The inside of a quoted string, for templates that mix text with references. */
export function printTemplateText(value: string): string {
  return printString(value).slice(1, -1);
}

/** An object key: bare when it is a plain identifier. */
export function printKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !keywords.has(key) ? key : printString(key);
}

const keywords = new Set(['true', 'false', 'null', 'for', 'if']);

/**
 * A number literal.
 * @throws RangeError for NaN and infinities, which have no literal.
 */
export function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be exported.`);
  return String(Object.is(value, -0) ? 0 : value);
}

/** Comment lines; nothing in the text can end the comment or hide what follows it. */
export function printComment(text: string): string[] {
  return splitCommentLines(text.normalize('NFC'), 96).map((line) => (line === '' ? '#' : `# ${line}`));
}
