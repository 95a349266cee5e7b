/** Lines of a printed file that belong to a node of the design; both ends counted, from 1. */
export interface LineRange {
  from: number;
  to: number;
  node: string;
}

/** Collects the lines of a file and remembers which node they come from. */
export class FileWriter {
  readonly #lines: string[] = [];
  readonly #ranges: LineRange[] = [];

  /** Appends text, one or more lines, that belongs to the node when one is named. */
  write(text: string, node?: string): this {
    const lines = text.split('\n');
    const from = this.#lines.length + 1;
    this.#lines.push(...lines);
    if (node !== undefined) {
      const last = this.#ranges.at(-1);
      if (last?.node === node && last.to === from - 1) last.to = this.#lines.length;
      else this.#ranges.push({ from, to: this.#lines.length, node });
    }
    return this;
  }

  /** Appends an empty line unless the file is empty or ends in one. */
  blank(): this {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
    return this;
  }

  get ranges(): readonly LineRange[] {
    return this.#ranges;
  }

  /** The file's text; it ends with exactly one line end. */
  toText(): string {
    const lines = [...this.#lines];
    while (lines.at(-1) === '') lines.pop();
    return `${lines.join('\n')}\n`;
  }
}

/** A file of an exported project. */
export interface ExportedFile {
  /** Relative path with `/`. */
  path: string;
  text: string;
  /** Which lines come from which node, in line order. */
  nodes: readonly LineRange[];
}
