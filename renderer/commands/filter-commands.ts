/**
 * How well an entry of the palette fits a search, 0–1. Every word of the search has to begin a word of
 * the entry, or stand inside one: letters scattered over an entry are no match, because Enter runs what
 * stands first.
 */
export function getCommandScore(value: string, search: string, keywords: readonly string[] = []): number {
  const entry = value.toLowerCase();
  const entryWords = `${entry} ${keywords.join(' ').toLowerCase()}`.split(/[^\p{L}\p{N}]+/u);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  let score = 1;
  for (const word of words) {
    if (entry.startsWith(word)) continue;
    const bare = word.replace(/[^\p{L}\p{N}]/gu, '');
    if (entryWords.some((candidate) => candidate.startsWith(bare))) score *= 0.8;
    else if (entry.includes(word)) score *= 0.4;
    else return 0;
  }
  return score;
}
