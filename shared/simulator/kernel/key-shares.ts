import { md5 } from '@noble/hashes/legacy.js';

/** How often each of a set of keys occurs. */
export type KeyDistribution =
  | { kind: 'uniform' }
  /** The key of rank r occurs in proportion to r^−exponent. */
  | { kind: 'zipf'; exponent: number }
  /** One weight per key, in order; they need not sum to 1. */
  | { kind: 'weights'; weights: readonly number[] };

const REMEMBERED = 64;
const memory = new Map<string, readonly number[]>();

/**
 * Share of records that each of `lanes` equal hash ranges receives when the keys
 * `keyFormat % 1 … keyFormat % keys` are hashed with MD5 (lane = floor(hash · lanes / 2^128)).
 * The shares sum to 1. Answers are remembered: the same question is asked by every station.
 */
export function getKeyShares(
  keys: number,
  distribution: KeyDistribution,
  lanes: number,
  keyFormat = 'key-%d',
): readonly number[] {
  const question = JSON.stringify([keys, distribution, lanes, keyFormat]);
  const known = memory.get(question);
  if (known !== undefined) {
    return known;
  }
  const shares = computeShares(keys, distribution, lanes, keyFormat);
  if (memory.size >= REMEMBERED) {
    memory.delete(memory.keys().next().value ?? '');
  }
  memory.set(question, shares);
  return shares;
}

/** Lane of one key: the top 128 bits of its MD5, scaled to the number of lanes. */
export function getLaneOfKey(key: string, lanes: number): number {
  const digest = md5(encodeUtf8(key));
  let hash = 0n;
  for (const byte of digest) {
    hash = (hash << 8n) | BigInt(byte);
  }
  return Number((hash * BigInt(lanes)) >> 128n);
}

function computeShares(
  keys: number,
  distribution: KeyDistribution,
  lanes: number,
  keyFormat: string,
): readonly number[] {
  const shares = new Array<number>(lanes).fill(0);
  let total = 0;
  // Smallest weights first, so that the many rare keys are not lost next to the hot ones.
  for (let rank = keys; rank >= 1; rank--) {
    const weight = getWeight(distribution, rank);
    const lane = getLaneOfKey(keyFormat.replace('%d', String(rank)), lanes);
    shares[lane] = (shares[lane] ?? 0) + weight;
    total += weight;
  }
  return total > 0 ? shares.map((share) => share / total) : shares.map(() => 1 / lanes);
}

function getWeight(distribution: KeyDistribution, rank: number): number {
  switch (distribution.kind) {
    case 'uniform':
      return 1;
    case 'zipf':
      return rank ** -distribution.exponent;
    case 'weights':
      return distribution.weights[rank - 1] ?? 0;
  }
}

/** UTF-8 bytes of a text; lone surrogates become U+FFFD as in every encoder. */
function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    let code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) {
      code = 0xfffd;
    }
    if (code < 0x80) {
      bytes.push(code);
    } else if (code < 0x800) {
      bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    } else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
    }
  }
  return Uint8Array.from(bytes);
}
