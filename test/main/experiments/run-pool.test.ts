import { describe, expect, it } from 'vitest';
import type { Kpis } from '../../../shared/simulator/experiments/kpis.ts';
import type { ExperimentWorker, WorkerMessage } from '../../../electron/experiments/messages.ts';
import { runPool } from '../../../electron/experiments/run-pool.ts';

const experiment = { variations: [], replications: 6 };
const kpis = { total: {} as Kpis, nodes: [] };

/** Workers that answer after so many turns of the event loop each. */
function createWorkers(turns: readonly number[]) {
  const killed: number[] = [];
  const made: number[][] = [];
  let exit: () => void = () => {};
  const startWorker = (): ExperimentWorker => {
    const id = made.push([]) - 1;
    let listener: (message: WorkerMessage) => void = () => {};
    return {
      post: (command) => {
        if (command.kind === 'open') return;
        setTimeout(() => {
          made[id]?.push(command.index);
          listener({ kind: 'finished', outcome: { index: command.index, kpis } });
        }, turns[id] ?? 0);
      },
      onMessage: (receive) => {
        listener = receive;
      },
      onExit: (listen) => {
        exit = listen;
      },
      kill: () => void killed.push(id),
    };
  };
  return { startWorker, killed, made, exit: () => exit() };
}

describe('runPool', () => {
  it('shares the runs, answers in their order and ends the workers', async () => {
    const { startWorker, killed, made } = createWorkers([1, 25]);
    const progress: number[] = [];
    const runs = [4, 0, 2, 1, 5, 3];
    const outcomes = await runPool({
      ...{ text: '', experiment, runs, workers: 2, startWorker },
      onProgress: (done) => progress.push(done),
    });
    expect(outcomes.map(({ index }) => index)).toEqual(runs);
    expect(progress).toEqual([1, 2, 3, 4, 5, 6]);
    expect(killed).toEqual([0, 1]);
    expect(made[0]?.length).toBeGreaterThan(made[1]?.length ?? 0);
  });

  it('starts no more workers than there are runs', async () => {
    const { startWorker, made } = createWorkers([]);
    await runPool({ text: '', experiment, runs: [0], workers: 8, startWorker });
    expect(made).toEqual([[0]]);
  });

  it('ends everything when it is cancelled', async () => {
    const { startWorker, killed } = createWorkers([1000, 1000]);
    const controller = new AbortController();
    const pool = runPool({
      ...{ text: '', experiment, runs: [0, 1, 2], workers: 2, startWorker },
      signal: controller.signal,
    });
    controller.abort();
    await expect(pool).rejects.toThrow('cancelled');
    expect(killed).toEqual([0, 1]);
  });

  it('fails when a worker dies', async () => {
    const { startWorker, killed, exit } = createWorkers([1000]);
    const pool = runPool({ text: '', experiment, runs: [0, 1], workers: 1, startWorker });
    exit();
    await expect(pool).rejects.toThrow('A worker ended unexpectedly');
    expect(killed).toEqual([0]);
  });

  it('passes on what a worker cannot do', async () => {
    const startWorker = (): ExperimentWorker => {
      let listener: (message: WorkerMessage) => void = () => {};
      return {
        post: () => listener({ kind: 'failed', message: 'The design is empty.', expected: true }),
        onMessage: (receive) => {
          listener = receive;
        },
        onExit: () => {},
        kill: () => {},
      };
    };
    const pool = runPool({ text: '', experiment, runs: [0], workers: 1, startWorker });
    await expect(pool).rejects.toMatchObject({ code: 'unreadable', message: 'The design is empty.' });
  });
});
