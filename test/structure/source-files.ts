import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Files below a folder of the repository, as paths from its root with forward slashes. */
export function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** TypeScript sources below some folders. */
export function listSources(...folders: string[]): string[] {
  return folders.flatMap(listFiles).filter((path) => /\.tsx?$/.test(path));
}

export interface Import {
  from: string;
  /** Path from the repository's root for relative imports, else the package's name as written. */
  target: string;
  isRelative: boolean;
  typeOnly: boolean;
}

const importPattern = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm;

/** Static imports and re-exports of a file. */
export function findImports(path: string): Import[] {
  return [...readText(path).matchAll(importPattern)].map(([, type, target = '']) => {
    const isRelative = target.startsWith('.');
    return {
      from: path,
      target: isRelative ? posix.join(posix.dirname(path), target) : target,
      isRelative,
      typeOnly: type !== undefined,
    };
  });
}
