import { describe, expect, it } from 'vitest';
import { getShardAdvice } from '../../../../shared/simulator/model/sizing.ts';

describe('getShardAdvice', () => {
  it.each([
    [
      'the notes’ example (N-084)',
      { recordSizeBytes: 500_000, recordsPerSecond: 2, sharedConsumers: 7 },
      4,
      'read',
    ],
    [
      'just above one divisor rounds up',
      { recordSizeBytes: 1000, recordsPerSecond: 2040, sharedConsumers: 1 },
      3,
      'write',
    ],
    [
      'small records count as 1 KB',
      { recordSizeBytes: 300, recordsPerSecond: 4050, sharedConsumers: 1 },
      5,
      'write',
    ],
    [
      'enhanced fan-out drops the read term',
      { recordSizeBytes: 500_000, recordsPerSecond: 2, sharedConsumers: 0 },
      1,
      'write',
    ],
    [
      'an idle stream still has a shard',
      { recordSizeBytes: 1000, recordsPerSecond: 0, sharedConsumers: 3 },
      1,
      'write',
    ],
  ] as const)('%s', (_name, demand, shards, decidedBy) => {
    const advice = getShardAdvice(demand);
    expect(advice.shards).toBe(shards);
    expect(advice.decidedBy).toBe(decidedBy);
  });

  it('shows the formula with its numbers', () => {
    const advice = getShardAdvice({ recordSizeBytes: 500_000, recordsPerSecond: 2, sharedConsumers: 7 });
    expect(advice.formula).toBe(
      'max(write 1000 KB/s ÷ 1000, read 7000 KB/s ÷ 2000, 2 records/s ÷ 1000) = max(1, 3.5, 0.002) → 4',
    );
  });
});
