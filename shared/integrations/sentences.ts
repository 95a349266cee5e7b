/** The text with its first letter large and a full stop at the end; empty stays empty. */
export function toSentence(text: string): string {
  if (text === '') return '';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

/** Several texts as one paragraph of sentences. */
export function joinSentences(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map(toSentence)
    .join(' ');
}
