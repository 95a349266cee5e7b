// `npm run test:export`: every proof of the exports over the templates, the golden cases and 100 generated
// designs. Prints what each proof looked at and what of the catalogue was exercised. Options:
// `--designs=N` and `--seed=N`.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, toolPath } from './project.mjs';
import { runNode } from './run-command.mjs';
import { setUpWithoutElectron } from './setup.mjs';

function readOption(name, fallback) {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  if (given === undefined) return fallback;
  const value = Number(given.slice(name.length + 3));
  if (Number.isInteger(value) && value >= 1) return value;
  console.error(`--${name} takes a whole number of at least 1.`);
  process.exit(2);
}

await setUpWithoutElectron();
const designs = readOption('designs', 100);
const seed = readOption('seed', 1);
const counts = mkdtempSync(join(tmpdir(), 'export-counts-'));
const env = {
  NODE_ENV: 'test',
  PIPEWRIGHT_EXPORT_DESIGNS: String(designs),
  PIPEWRIGHT_EXPORT_SEED: String(seed),
  PIPEWRIGHT_EXPORT_COUNTS: counts,
};
console.log(`Seed ${seed}: ${designs} generated designs.`);

/** The first step generates the designs, which the second one then reads. */
const steps = [
  ['--project', 'unit', 'test/unit/iac'],
  ['--project', 'golden', 'test/golden/iac'],
];

let failed = 0;
let passed = 0;
for (const [index, step] of steps.entries()) {
  const report = join(counts, `report-${index}.txt`);
  const { code } = await runNode(
    [
      toolPath('vitest/vitest.mjs'),
      'run',
      ...step,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env, cwd: root },
  );
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  failed += code === 0 ? 0 : Math.max(1, numFailedTests);
}

const reports = readdirSync(counts)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(counts, name), 'utf8')));
rmSync(counts, { recursive: true });

console.log('\nProofs');
for (const report of reports) {
  for (const [proof, looked] of Object.entries(report.counts)) {
    const parts = Object.entries(looked).map(([what, amount]) => `${amount.toLocaleString('en')} ${what}`);
    console.log(`  ${proof.padEnd(28)} ${parts.join(', ')}`);
  }
}

const { coverage, neverExported } = reports.find((report) => report.coverage) ?? {};
let missing = 0;
console.log('\nExercised by the generated designs');
if (coverage === undefined) console.log('  not measured: the designs are too few to hold everything');
for (const [part, { of, missing: absent, exercised }] of Object.entries(coverage ?? {})) {
  missing += absent.length;
  console.log(
    `  ${part.padEnd(12)} ${of - absent.length} of ${of}, ${absent.length} missing ${absent.join(' ')}`,
  );
  for (let index = 0; index < exercised.length; index += 8) {
    console.log(`    ${exercised.slice(index, index + 8).join(' ')}`);
  }
}
for (const [what, { rule, why }] of Object.entries(neverExported ?? {})) {
  console.log(`  never exported: ${what}: ${why} (${rule})`);
}

console.log(`\n${passed} passed, ${failed} failed, ${missing} missing`);
process.exitCode = failed + missing > 0 ? 1 : 0;
