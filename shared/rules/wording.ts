import { findService } from '../services/registry.ts';
import type { NodeView } from './view/design-view.ts';

/** Number with thousands separators and at most three decimals, the same in every locale. */
export function formatNumber(value: number): string {
  const rounded = Math.abs(value) >= 1e15 ? value : Math.round(value * 1000) / 1000;
  const [whole = '', fraction] = String(rounded).split('.');
  if (whole.includes('e')) return String(rounded);
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Bytes per second in MB/s (1 MB = 1,000,000 bytes), or kB/s when small. */
export function formatByteRate(bytesPerSecond: number): string {
  return bytesPerSecond >= 100_000
    ? `${formatNumber(bytesPerSecond / 1e6)} MB/s`
    : `${formatNumber(bytesPerSecond / 1e3)} KB/s`;
}

/** Name of a node in quotation marks. */
export function quoteName(node: Pick<NodeView, 'name'>): string {
  return `“${node.name}”`;
}

/** Names of nodes as an enumeration: “a”, “b” and “c”. */
export function listNames(nodes: readonly Pick<NodeView, 'name'>[]): string {
  return joinWords(nodes.map(quoteName), 'and');
}

/** Short names of services as an enumeration, in order. */
export function listServices(ids: readonly string[]): string {
  return joinWords(
    ids.map((id) => findService(id)?.shortName ?? id),
    'and',
  );
}

/** Words as an enumeration with `and` or `or` before the last. */
export function joinWords(words: readonly string[], link: 'and' | 'or'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${link} ${words.at(-1) ?? ''}`;
}

/** Count with its noun: `1 shard`, `4 shards`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${formatNumber(amount)} ${amount === 1 ? one : many}`;
}
