function countCharacterBytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Length of the text in UTF-8. */
export function countBytes(text: string): number {
  let length = 0;
  for (const character of text) length += countCharacterBytes(character);
  return length;
}

/** At most `bytes` bytes of UTF-8, cut between characters. */
export function shorten(text: string, bytes: number): string {
  let length = 0;
  let kept = '';
  for (const character of text) {
    length += countCharacterBytes(character);
    if (length > bytes) break;
    kept += character;
  }
  return kept;
}
