import type { Source, SourceKey } from './source.ts';

/** Key, title and address of a document; an address that starts with `/` is on docs.aws.amazon.com. */
type SourceRow = readonly [key: SourceKey, title: string, address: string];

/**
 * Sources read on the same day. `extent` says how far they were read: `read` (whole or the relevant
 * passage), `located` (page found, not read) or `known` (address known, not opened).
 */
export function defineSources(
  checked: string,
  rows: readonly SourceRow[],
  extent: 'read' | 'located' | 'known' = 'read',
): Source[] {
  return rows.map(([key, title, address]) => ({
    key,
    title,
    url: address.startsWith('/') ? `https://docs.aws.amazon.com${address}` : address,
    checked,
    ...(extent !== 'read' && { extent }),
  }));
}
