import { splitCommentLines } from '../ir/comment-lines.ts';

/**
 * The only place where text becomes TypeScript. `JSON.stringify` escapes everything that could end a
 * literal; the two line separators that it leaves alone are escaped as well.
 */
export function printString(value: string): string {
  return JSON.stringify(value)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** An object key: bare when it is a plain identifier. `__proto__` must be computed to stay a key. */
export function printKey(key: string): string {
  if (key === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(key) ? key : printString(key);
}

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
  return splitCommentLines(text, 96).map((line) => (line === '' ? '//' : `// ${line}`));
}
