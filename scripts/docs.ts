import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { build as buildFileFormat } from './docs-file-format.ts';
import { build as buildIntegrations } from './docs-integrations.ts';
import { build as buildRules } from './docs-rules.ts';
import { build as buildNotes } from './docs-notes.ts';
import { build as buildServices } from './docs-services.ts';
import { build as buildSimulation } from './docs-simulation.ts';

const generators = [
  buildFileFormat,
  buildIntegrations,
  buildNotes,
  buildRules,
  buildServices,
  buildSimulation,
];

/**
 * Writes the generated documentation; with `--check` only compares it with what is there.
 * @returns exit code: 0 when everything is current or was written, 1 when a file is out of date.
 */
export function main(argv: readonly string[]): number {
  const check = argv.includes('--check');
  let stale = 0;
  for (const { path, text } of generators.flatMap((build) => build())) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    if (check) {
      process.stderr.write(`${path} is out of date; run npm run docs.\n`);
      stale += 1;
    } else {
      writeFileSync(path, text);
      process.stdout.write(`wrote ${path}\n`);
    }
  }
  return stale === 0 ? 0 : 1;
}
