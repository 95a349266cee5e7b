import { Failure } from '../failure.ts';

/**
 * Strict UTF-8; a leading byte order mark is dropped. Anything else is refused by the name of what it
 * seems to be.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.byteLength === 0) throw new Failure('unreadable', 'The file is empty.');
  const guess = guessForeignFormat(bytes);
  if (guess !== undefined) throw new Failure('unreadable', guess);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { line, byte } = findBrokenByte(bytes);
    throw new Failure('unreadable', `The file is not valid UTF-8: line ${line} holds the byte ${byte}.`, {
      advice:
        'It may be in Latin-1 or another old encoding. Save it as UTF-8 in a text editor, then open it again.',
      problems: [{ line, message: `Byte ${byte} is not part of a UTF-8 character` }],
    });
  }
}

function startsWith(bytes: Uint8Array, ...prefix: number[]): boolean {
  return prefix.every((value, index) => bytes[index] === value);
}

function guessForeignFormat(bytes: Uint8Array): string | undefined {
  const utf8 = 'Save it as UTF-8 in a text editor, then open it again.';
  if (startsWith(bytes, 0xff, 0xfe)) return `The file is in UTF-16 (little-endian). ${utf8}`;
  if (startsWith(bytes, 0xfe, 0xff)) return `The file is in UTF-16 (big-endian). ${utf8}`;
  if (startsWith(bytes, 0x7b, 0x00) || startsWith(bytes, 0x00, 0x7b)) {
    return `The file is in UTF-16 without a byte order mark. ${utf8}`;
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'The file is a ZIP archive, not a design.';
  if (startsWith(bytes, 0x1f, 0x8b)) return 'The file is compressed with gzip, not a design.';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'The file is a PNG picture, not a design.';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'The file is a PDF document, not a design.';
  if (bytes.every((value) => value === 0))
    return `The file holds ${bytes.byteLength} zero bytes and nothing else.`;
  const zero = bytes.indexOf(0);
  if (zero !== -1)
    return `The file holds a zero byte at position ${zero}; part of it was probably never written.`;
  return undefined;
}

/** The first byte that no UTF-8 character can have at its place. */
function findBrokenByte(bytes: Uint8Array): { line: number; byte: string } {
  let line = 1;
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) break;
    if (bytes[index] === 10) line++;
    index += length;
  }
  return { line, byte: `0x${(bytes[index] ?? 0).toString(16).toUpperCase().padStart(2, '0')}` };
}

/** Length of the valid sequence at an offset; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const first = bytes[offset] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(offset, offset + length));
    return length;
  } catch {
    return 0;
  }
}
