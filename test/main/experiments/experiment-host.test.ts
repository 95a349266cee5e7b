import { describe, expect, it, vi } from 'vitest';
import { ExperimentHost } from '../../../electron/experiments/experiment-host.ts';
import { startInline } from '../../../electron/experiments/start-inline.ts';

const design = JSON.stringify({
  version: 1,
  nodes: [{ id: 'stream', service: 'kds', properties: { shardCount: 1 } }],
  edges: [],
  workloads: [
    {
      id: 'w',
      node: 'stream',
      arrivals: { pattern: 'poisson', ratePerSecond: 100 },
      recordSizeBytes: 100,
      keyCount: 10,
      keys: { kind: 'uniform' },
    },
  ],
});
const experiment = { variations: [], replications: 3, durationSeconds: 5, seed: 1, mode: 'fluid' as const };

function setUp() {
  const sent: { name: string; payload: { run: string } & Record<string, unknown> }[] = [];
  const log = vi.fn();
  const host = new ExperimentHost({
    startWorker: startInline,
    send: (name, payload) => sent.push({ name, payload: payload as (typeof sent)[number]['payload'] }),
    workers: 1,
    log,
  });
  return { host, sent, log };
}

const waitFor = (sent: readonly { name: string }[], name: string): Promise<void> =>
  vi.waitFor(() => expect(sent.at(-1)?.name).toBe(name), { timeout: 15_000 });

describe('ExperimentHost', () => {
  it('answers with the summary of all runs', async () => {
    const { host, sent } = setUp();
    const run = host.start({ text: design, experiment });
    await waitFor(sent, 'experiment:finished');
    expect(sent.at(-1)?.payload).toMatchObject({ run, summary: { runs: 3, failed: 0 } });
  });

  it('cancels the experiment under way when another one starts', async () => {
    const { host, sent } = setUp();
    const first = host.start({ text: design, experiment: { ...experiment, replications: 1000 } });
    const second = host.start({ text: design, experiment });
    await waitFor(sent, 'experiment:finished');
    expect(sent.find(({ name }) => name === 'experiment:failed')?.payload).toMatchObject({
      run: first,
      cancelled: true,
    });
    expect(sent.at(-1)?.payload.run).toBe(second);
  });

  it('says what the design lacks, and logs nothing of it', async () => {
    const { host, sent, log } = setUp();
    host.start({ text: JSON.stringify({ version: 1, nodes: [], edges: [] }), experiment });
    await waitFor(sent, 'experiment:failed');
    expect(sent.at(-1)?.payload).toMatchObject({
      cancelled: false,
      message: expect.stringContaining('The design is empty'),
    });
    expect(log).not.toHaveBeenCalled();
  });
});
