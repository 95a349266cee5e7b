// Runs a TypeScript script: `node scripts/run-ts.mjs scripts/NAME.ts [arguments]`. The bundle is kept in
// out/scripts until a source changes.
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle.mjs';
import { buildIfStale } from './freshness.mjs';
import { root } from './project.mjs';
import { setUpWithoutElectron } from './setup.mjs';

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
  console.error('Usage: node scripts/run-ts.mjs FILE [arguments]');
  process.exit(2);
}
await setUpWithoutElectron();
const entry = relative(root, resolve(script));
const name = basename(entry, '.ts');
const outFile = join(root, 'out', 'scripts', `${name}.mjs`);
await buildIfStale({
  stampFile: `out/scripts/${name}.stamp`,
  sources: ['shared', 'templates', 'electron', 'scripts', 'package-lock.json'],
  outputs: [`out/scripts/${name}.mjs`],
  build: () => bundleForNode({ entry, outFile }),
});
process.argv = [process.argv[0], outFile, ...rest];
const module = await import(pathToFileURL(outFile).href);
// Scripts export `main(arguments)` and return their exit code.
if (typeof module.main === 'function') process.exitCode = (await module.main(rest)) ?? 0;
