import { basename, dirname, relative, sep } from 'node:path';

const ending = '.pipewright.json';

/** The name people see: the file's without its ending. */
export function getDisplayName(path: string): string {
  return basename(path).replace(/(\.pipewright)?\.json$/i, '');
}

/** The folder as people write it; the home folder becomes `~`. */
export function getFolderLabel(path: string, homeFolder: string): string {
  const folder = dirname(path);
  const inside = relative(homeFolder, folder);
  if (inside === '') return '~';
  return inside.startsWith('..') || inside === folder ? folder : `~${sep}${inside}`;
}

/** A file name for a document; characters that some system refuses become dashes. */
export function suggestFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-')
    .replace(/^[\s.-]+|[\s.-]+$/g, '')
    .slice(0, 80);
  const isReserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i.test(cleaned);
  return `${cleaned === '' || isReserved ? 'pipeline' : cleaned}${ending}`;
}

/** Adds the ending that the save dialog lets people leave out. */
export function withDocumentEnding(path: string): string {
  return path.toLowerCase().endsWith('.json') ? path : `${path}${ending}`;
}
