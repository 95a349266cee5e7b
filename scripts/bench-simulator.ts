import { execFileSync } from 'node:child_process';
import {
  benchAccuracy,
  benchDay,
  benchLargeDay,
  benchQueue,
  benchRecompute,
  benchReplications,
  benchStages,
  holdLargeDay,
  type Row,
} from './bench-simulator/rows.ts';
import { serveReplications } from './bench-simulator/replications.ts';

serveReplications();

const widths = [58, 14, 34, 12];

function print(columns: readonly string[]): void {
  console.log(columns.map((text, i) => text.padEnd(widths[i] ?? 0)).join(' '));
}

/** Peak memory in MB of a process that runs the large day and nothing else. */
function measureMemory(): number {
  const code = `await (await import(${JSON.stringify(import.meta.url)})).main(['--hold'])`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
  });
  return Number(output.trim()) / 1024;
}

/**
 * `npm run bench:simulator [-- --quick] [-- --only WORD]`: the engine beside simjs and a minimal
 * event loop. One row per goal; medians of 5 interleaved runs, or of 1 with `--quick`.
 */
export async function main(options: readonly string[]): Promise<number> {
  if (options.includes('--hold')) {
    console.log(holdLargeDay());
    return 0;
  }
  const runs = options.includes('--quick') ? 1 : 5;
  const only = options.includes('--only') ? options[options.indexOf('--only') + 1] : undefined;
  const parts: Record<string, () => Row[] | Promise<Row[]>> = {
    queue: () => benchQueue(runs),
    stages: () => benchStages(runs),
    day: () => benchDay(runs),
    large: () => benchLargeDay(runs, measureMemory),
    recompute: () => benchRecompute(runs),
    replications: () => benchReplications(runs),
    accuracy: () => benchAccuracy(runs),
  };
  console.log(
    `Medians of ${runs} interleaved run${runs === 1 ? '' : 's'}, processor time; Node ${process.versions.node}.`,
  );
  print(['workload', 'goal', 'figure', 'ratio', '']);
  for (const [name, part] of Object.entries(parts)) {
    if (only !== undefined && only !== name) continue;
    for (const row of await part()) {
      const verdict = row.met === undefined ? '' : row.met ? 'met' : 'MISSED';
      print([row.name, row.goal, row.figure, row.ratio, verdict]);
    }
  }
  return 0;
}
