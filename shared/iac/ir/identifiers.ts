/**
 * Names in generated code. One allocator per name space makes them valid and unique; they come from
 * node ids, which stay when the designer renames or moves things.
 */

/** Lower-case ASCII words of a text; accents are dropped, everything else separates. */
export function splitWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** `['click','stream']` → `ClickStream`. */
export function toPascalCase(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** `['click','stream']` → `clickStream`. */
export function toCamelCase(words: readonly string[]): string {
  const pascal = toPascalCase(words);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** `['click','stream']` → `click_stream`. */
export function toSnakeCase(words: readonly string[]): string {
  return words.join('_');
}

/** Words of a node's id followed by those of a key, without saying the same word twice. */
export function joinWords(node: string, key: string): string[] {
  const words = splitWords(node);
  const keyWords = splitWords(key);
  if (words.length === 0) words.push('item');
  const overlap = words.at(-1) === keyWords[0] ? 1 : 0;
  return [...words, ...keyWords.slice(overlap)];
}

/** Gives out names of one name space, each only once. */
export class IdentifierAllocator {
  readonly #taken: Set<string>;

  /** `reserved` names are never given out. */
  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  /** The first candidate that is free; else the last one with a number. */
  allocate(...candidates: [string, ...string[]]): string {
    const safe = candidates.map((candidate) => (/^[A-Za-z_]/.test(candidate) ? candidate : `n${candidate}`));
    for (const candidate of safe) {
      if (this.#take(candidate)) return candidate;
    }
    const last = safe.at(-1) ?? 'item';
    let number = 2;
    while (!this.#take(`${last}${number}`)) number += 1;
    return `${last}${number}`;
  }

  #take(name: string): boolean {
    if (this.#taken.has(name)) return false;
    this.#taken.add(name);
    return true;
  }
}
