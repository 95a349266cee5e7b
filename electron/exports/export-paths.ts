import { Failure } from '../failure.ts';

const reservedName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const refusedCharacters = /[\p{Cc}\p{Cf}<>:"\\|?*]/u;
const maxSegmentBytes = 200;

/**
 * Checks that paths stay inside the folder they are written to and mean the same on every system:
 * relative, no reserved names or characters, distinct without regard to case or Unicode form.
 */
export function checkExportPaths(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  const folders = new Set<string>();
  for (const path of paths) {
    const problem = findPathProblem(path);
    if (problem !== undefined) throw refuse(path, problem);
    const folded = fold(path);
    if (seen.has(folded)) throw refuse(path, `is the same name as ${JSON.stringify(seen.get(folded))}`);
    seen.set(folded, path);
    const parts = folded.split('/');
    for (let length = 1; length < parts.length; length++) folders.add(parts.slice(0, length).join('/'));
  }
  for (const [folded, path] of seen) {
    if (folders.has(folded)) throw refuse(path, 'is a file and a folder at once');
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function findPathProblem(path: string): string | undefined {
  if (path.startsWith('/')) return 'is absolute';
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.' || segment === '..')
      return `has the part ${JSON.stringify(segment)}`;
    if (refusedCharacters.test(segment)) return 'has a character that some systems refuse';
    if (reservedName.test(segment)) return 'has a name that Windows reserves';
    if (/[. ]$/.test(segment)) return 'has a part that ends in a dot or blank';
    if (/^[- ]/.test(segment)) return 'has a part that begins with a hyphen or blank';
    if (new TextEncoder().encode(segment).length > maxSegmentBytes) return 'has a part that is too long';
  }
  return undefined;
}

function refuse(path: string, problem: string): Failure {
  const shown = path.length > 80 ? `${path.slice(0, 80)}…` : path;
  return new Failure(
    'bad-request',
    `The export path ${JSON.stringify(shown)} ${problem}. Nothing was written.`,
  );
}
