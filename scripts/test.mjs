// `npm test`: sets up, runs every check and ends with one line, `N passed, N failed`. Names of stages as
// arguments run only those; arguments after `--` go to Playwright.
import { setUp } from './setup.mjs';
import { verdict } from './checks/outcome.mjs';

const { electron } = await setUp();

// Imported only now: the packages these use may have been installed a moment ago.
const { checkDocs, checkFormat, checkLint, checkTypes } = await import('./checks/static.mjs');
const { checkTests } = await import('./checks/vitest.mjs');
const { checkEndToEnd } = await import('./checks/end-to-end.mjs');
const { buildApp, buildCli } = await import('./build.mjs');

const separator = process.argv.indexOf('--');
const wanted = process.argv.slice(2, separator === -1 ? undefined : separator);
const playwrightArguments = separator === -1 ? [] : process.argv.slice(separator + 1);

async function checkBuild() {
  try {
    await buildCli();
    await buildApp();
    return verdict(true);
  } catch (error) {
    console.error(error.message);
    return verdict(false);
  }
}

/** In the order of cost, so that the cheap answers come first. The build precedes what runs its output. */
const stages = {
  format: checkFormat,
  lint: checkLint,
  typecheck: checkTypes,
  build: checkBuild,
  docs: checkDocs,
  tests: () => checkTests(),
  e2e: () => checkEndToEnd(electron, playwrightArguments),
};

const unknown = wanted.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`Unknown stage: ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}

const results = [];
for (const [name, check] of Object.entries(stages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  const started = performance.now();
  const outcome = await check();
  results.push({ name, ...outcome, seconds: (performance.now() - started) / 1000 });
}

console.log('');
for (const { name, passed, failed, skipped, seconds, note } of results) {
  const extras = [skipped ? `${skipped} skipped` : '', note ?? ''].filter((text) => text !== '');
  const suffix = extras.length > 0 ? ` (${extras.join('; ')})` : '';
  console.log(`${name.padEnd(10)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s${suffix}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
