import { findSource } from '../../shared/sources/registry.ts';
import type { SourceKey } from '../../shared/sources/source.ts';

/** A document in an answer; the project's own notes and assumptions have no address. */
export interface SourceDescription {
  key: SourceKey;
  title: string;
  url?: string;
}

/** The documents behind a list of keys. */
export function describeSources(keys: readonly SourceKey[]): SourceDescription[] {
  return keys.map((key) => {
    const source = findSource(key);
    return { key, title: source?.title ?? key, ...(source?.url !== undefined && { url: source.url }) };
  });
}

/** The same for people, under a heading; nothing when there is none. */
export function printSources(sources: readonly SourceDescription[]): string[] {
  if (sources.length === 0) return [];
  return [
    'Sources:',
    ...sources.flatMap(({ key, title, url }) => [
      `  ${key}  ${title}`,
      ...(url === undefined ? [] : [`    ${url}`]),
    ]),
  ];
}
