import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { getKeyShares, getLaneOfKey } from '../../../../shared/simulator/kernel/key-shares.ts';

describe('getKeyShares', () => {
  it('puts a key on the lane of its MD5 range', () => {
    for (const key of ['key-1', 'Größe', '客', '😀', '']) {
      const hash = BigInt(`0x${createHash('md5').update(key, 'utf8').digest('hex')}`);
      expect(getLaneOfKey(key, 7)).toBe(Number((hash * 7n) >> 128n));
    }
  });

  it('sums to 1, with the hot keys where they fall', () => {
    const shares = getKeyShares(1000, { kind: 'zipf', exponent: 1 }, 8);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(Math.max(...shares)).toBeCloseTo(0.20477702059441513, 12);
  });

  it('takes listed weights, and spreads evenly when there is none', () => {
    const shares = getKeyShares(2, { kind: 'weights', weights: [3, 1] }, 4, 'k%d');
    expect(shares[getLaneOfKey('k1', 4)]).toBeGreaterThanOrEqual(0.75);
    expect(getKeyShares(0, { kind: 'uniform' }, 4)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});
