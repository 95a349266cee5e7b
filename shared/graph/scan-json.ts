import { reservedNames } from './value-limits.ts';

/** Limits of the scan; generous for designs, small enough to keep every later step safe. */
export const scanLimits = {
  /** Levels of nesting. Structured clone, revivers and recursive schemas overflow far above this. */
  depth: 200,
  /** Objects, arrays, strings, numbers and words together. */
  values: 2_000_000,
  /** Problems listed; the scan goes on, the rest is left out. */
  problems: 100,
} as const;

/** What the scan of a JSON text found; line and column count from 1, columns in UTF-16 units. */
export interface ScanProblem {
  /** `similar-key` (keys equal but for case) is worth telling; every other kind refuses the text. */
  kind: 'syntax' | 'depth' | 'size' | 'duplicate-key' | 'forbidden-key' | 'number-range' | 'similar-key';
  message: string;
  line: number;
  column: number;
}

/** True when the text holds the problem's value in a way that could be lost or misread. */
export function refusesText(problem: ScanProblem): boolean {
  return problem.kind !== 'similar-key';
}

const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const wordPattern = /true|false|null/y;
const barePattern = /[\p{L}\p{N}_$.+-]+/uy;
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Ends the scan: what follows could only be guessed. */
class ScanStop extends Error {
  readonly kind: ScanProblem['kind'];
  readonly offset: number;

  constructor(kind: ScanProblem['kind'], offset: number, message: string) {
    super(message);
    this.kind = kind;
    this.offset = offset;
  }
}

/** Keys seen in an open object, by lower case; undefined for an open array. */
type Level = Map<string, string[]> | undefined;

/**
 * Reads a JSON text without building it: grammar, depth, number of values, repeated and forbidden keys,
 * numbers that no double can hold. Iterative, so that no nesting can overflow the stack. Without a
 * problem that refuses the text, `JSON.parse` succeeds and loses nothing.
 */
export function scanJson(text: string): ScanProblem[] {
  const scanner = new JsonScanner(text);
  try {
    scanner.scan();
  } catch (error) {
    if (!(error instanceof ScanStop)) throw error;
    scanner.reportStop(error);
  }
  return scanner.problems;
}

/** Finds lines by going forward from the last place asked for: a hundred problems cost one pass. */
class LineCounter {
  private readonly text: string;
  private offset = 0;
  private line = 1;
  private lineStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** CR LF, LF and CR each end one line. Offsets must not decrease from call to call. */
  placeOf(offset: number): { line: number; column: number } {
    for (; this.offset < offset; this.offset++) {
      const code = this.text.charCodeAt(this.offset);
      if (code !== 10 && (code !== 13 || this.text.charCodeAt(this.offset + 1) === 10)) continue;
      this.line++;
      this.lineStart = this.offset + 1;
    }
    return { line: this.line, column: offset - this.lineStart + 1 };
  }
}

class JsonScanner {
  readonly problems: ScanProblem[] = [];
  private readonly text: string;
  private readonly levels: Level[] = [];
  private offset = 0;
  private values = 0;
  private readonly lines: LineCounter;

  constructor(text: string) {
    this.text = text;
    this.lines = new LineCounter(text);
  }

  scan(): void {
    this.skipBlanks();
    if (this.offset === this.text.length) this.stop('The text is empty');
    let expectsValue = true;
    while (expectsValue || this.levels.length > 0) {
      this.skipBlanks();
      expectsValue = expectsValue ? this.readValue() : this.readSeparator();
    }
    this.skipBlanks();
    if (this.offset < this.text.length)
      this.stop(`Expected the end of the text, found ${this.describeHere()}`);
  }

  /** Reads a scalar or opens a level; true when a value has to follow. */
  private readValue(): boolean {
    if (++this.values > scanLimits.values) {
      throw new ScanStop('size', this.offset, `More than ${scanLimits.values} values`);
    }
    switch (this.text[this.offset]) {
      case '{':
        this.openLevel(new Map());
        if (this.closesAtOnce('}')) return false;
        this.readKey();
        return true;
      case '[':
        this.openLevel(undefined);
        return !this.closesAtOnce(']');
      case '"':
        this.readString();
        return false;
      default:
        this.readNumberOrWord();
        return false;
    }
  }

  /** Reads what follows a value inside a level; true when it was a comma, so that a value follows. */
  private readSeparator(): boolean {
    const level = this.levels.at(-1);
    const end = level === undefined ? ']' : '}';
    const character = this.text[this.offset];
    if (character === end) {
      this.levels.pop();
      this.offset++;
      return false;
    }
    if (character !== ',') this.stop(`Expected "," or "${end}", found ${this.describeHere()}`);
    const comma = this.offset++;
    this.skipBlanks();
    if (this.text[this.offset] === end) {
      this.offset = comma;
      this.stop(`A comma before "${end}" is not allowed`);
    }
    if (level !== undefined) this.readKey();
    return true;
  }

  private openLevel(level: Level): void {
    if (this.levels.length === scanLimits.depth) {
      throw new ScanStop('depth', this.offset, `Nested deeper than ${scanLimits.depth} levels`);
    }
    this.levels.push(level);
    this.offset++;
  }

  private closesAtOnce(end: string): boolean {
    this.skipBlanks();
    if (this.text[this.offset] !== end) return false;
    this.levels.pop();
    this.offset++;
    return true;
  }

  private readKey(): void {
    const start = this.offset;
    if (this.text[start] !== '"') this.stop(`Expected a key in double quotes, found ${this.describeHere()}`);
    const key = this.readString();
    if (reservedNames.has(key)) this.report('forbidden-key', start, `The key "${key}" is not allowed`);
    this.rememberKey(key, start);
    this.skipBlanks();
    if (this.text[this.offset] !== ':') {
      this.stop(`Expected ":" after the key ${quoteShort(key)}, found ${this.describeHere()}`);
    }
    this.offset++;
  }

  private rememberKey(key: string, start: number): void {
    const level = this.levels.at(-1);
    if (level === undefined) return;
    const folded = key.toLowerCase();
    const seen = level.get(folded);
    if (seen === undefined) {
      level.set(folded, [key]);
      return;
    }
    if (seen.includes(key)) {
      this.report('duplicate-key', start, `The key ${quoteShort(key)} appears twice in one object`);
      return;
    }
    this.report(
      'similar-key',
      start,
      `The keys ${quoteShort(seen[0] ?? '')} and ${quoteShort(key)} differ by case only`,
    );
    seen.push(key);
  }

  /** Reads a string from its opening quote and returns what it means. */
  private readString(): string {
    const start = this.offset++;
    let plain = true;
    for (; ; this.offset++) {
      const code = this.text.charCodeAt(this.offset);
      if (code === 34) break;
      if (Number.isNaN(code)) throw new ScanStop('syntax', start, 'This text in quotes has no end');
      if (code < 32) {
        this.stop(
          code === 10 || code === 13
            ? 'A text in quotes must end on its line'
            : `A text in quotes holds the control character ${code}`,
        );
      }
      if (code !== 92) continue;
      plain = false;
      if (!this.matches(escapePattern))
        this.stop('A backslash here must be followed by one of " \\ / b f n r t u');
      this.offset = escapePattern.lastIndex - 1;
    }
    this.offset++;
    const literal = this.text.slice(start, this.offset);
    return plain ? literal.slice(1, -1) : (JSON.parse(literal) as string);
  }

  private readNumberOrWord(): void {
    const start = this.offset;
    if (this.matches(numberPattern)) {
      this.offset = numberPattern.lastIndex;
      this.checkEndOfBareValue(start);
      const literal = this.text.slice(start, this.offset);
      if (!Number.isFinite(Number(literal))) {
        this.report('number-range', start, `The number ${shorten(literal)} is too large`);
      }
      return;
    }
    if (!this.matches(wordPattern)) this.stop(`Expected a value, found ${this.describeHere()}`);
    this.offset = wordPattern.lastIndex;
    this.checkEndOfBareValue(start);
  }

  /** `012`, `1.` and `nullable` begin like values and are none. */
  private checkEndOfBareValue(start: number): void {
    if (!this.matches(barePattern)) return;
    this.offset = start;
    this.stop(`Expected a value, found ${this.describeHere()}`);
  }

  private matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.offset;
    return pattern.test(this.text);
  }

  private skipBlanks(): void {
    for (; ; this.offset++) {
      const code = this.text.charCodeAt(this.offset);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    }
  }

  private describeHere(): string {
    if (this.offset >= this.text.length) return 'the end of the text';
    barePattern.lastIndex = this.offset;
    const bare = barePattern.exec(this.text)?.[0];
    if (bare !== undefined) return quoteShort(bare);
    const point = this.text.codePointAt(this.offset) ?? 0;
    const visible = point > 32 && point < 127;
    return visible
      ? `"${String.fromCodePoint(point)}"`
      : `the character U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  }

  private report(kind: ScanProblem['kind'], offset: number, message: string): void {
    if (this.problems.length < scanLimits.problems) {
      this.problems.push({ kind, message, ...this.lines.placeOf(offset) });
    }
  }

  /** A stop may point back to where the broken value began, so its lines are counted afresh. */
  reportStop({ kind, offset, message }: ScanStop): void {
    this.problems.push({ kind, message, ...new LineCounter(this.text).placeOf(offset) });
  }

  private stop(message: string): never {
    throw new ScanStop('syntax', this.offset, message);
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function quoteShort(text: string): string {
  return JSON.stringify(shorten(text));
}
