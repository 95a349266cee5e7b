import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { buildThirtyNodes, getOutcome, simulateDay } from './thirty-nodes.ts';

const MARK = 'bench-replications';

interface Answer {
  seed: number;
  outcome: number[];
}

/** In a worker: answers each seed with the outcome of its replication. */
export function serveReplications(): void {
  if (isMainThread || workerData !== MARK) return;
  const design = buildThirtyNodes();
  parentPort?.on('message', (seed: number) => {
    parentPort?.postMessage({ seed, outcome: getOutcome(simulateDay(design, seed)) } satisfies Answer);
  });
  parentPort?.postMessage(undefined);
}

/** Workers that have loaded the engine and run once, each ready for a seed. */
export async function startWorkers(count: number): Promise<Worker[]> {
  const workers = Array.from(
    { length: count },
    () => new Worker(fileURLToPath(import.meta.url), { workerData: MARK }),
  );
  await Promise.all(
    workers.map((worker) => new Promise<void>((resolve) => worker.once('message', () => resolve()))),
  );
  return workers;
}

/** Outcomes of seeds 1 to `count`, in the order of seeds, whichever worker made them. */
export async function replicate(workers: readonly Worker[], count: number): Promise<number[][]> {
  const outcomes: number[][] = [];
  let next = 1;
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          const give = (): void => {
            if (next <= count) {
              worker.postMessage(next++);
            } else {
              worker.off('message', take);
              worker.off('error', reject);
              resolve();
            }
          };
          const take = ({ seed, outcome }: Answer): void => {
            outcomes[seed - 1] = outcome;
            give();
          };
          worker.on('message', take);
          worker.on('error', reject);
          give();
        }),
    ),
  );
  return outcomes;
}

/** 5 %, 50 % and 95 % of each quantity over the replications. */
export function getBands(outcomes: readonly number[][]): Float64Array {
  const quantities = outcomes[0]?.length ?? 0;
  const bands = new Float64Array(quantities * 3);
  for (let i = 0; i < quantities; i++) {
    const values = outcomes.map((outcome) => outcome[i] as number).sort((a, b) => a - b);
    [0.05, 0.5, 0.95].forEach((share, k) => {
      bands[i * 3 + k] = values[Math.floor(share * (values.length - 1))] as number;
    });
  }
  return bands;
}
