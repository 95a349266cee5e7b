import { readFileSync, readdirSync } from 'node:fs';
import { parseDesign } from '../shared/graph/parse-design.ts';
import { simulateDesign } from '../shared/simulator/simulate.ts';

const runs = 5;

/** Median of the times of some calls, in milliseconds; a first call warms up. */
function time(work: () => void): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** `npm run bench`: time to open and to simulate one hour of each template. */
export function main(): number {
  console.log('template                          open ms   simulate 1 h ms');
  for (const id of readdirSync('templates').sort()) {
    const text = readFileSync(`templates/${id}/pipeline.json`, 'utf8');
    const parsed = parseDesign(JSON.parse(text));
    if (!parsed.ok) throw new Error(`${id} does not open: ${parsed.problems[0]?.message}`);
    const open = time(() => parseDesign(JSON.parse(text)));
    const simulate = time(() => simulateDesign(parsed.design, { durationSeconds: 3600 }));
    console.log(`${id.padEnd(32)} ${open.toFixed(1).padStart(8)} ${simulate.toFixed(1).padStart(17)}`);
  }
  return 0;
}
