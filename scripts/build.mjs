// Builds what is stale: `node scripts/build.mjs [app|cli]`, both without an argument.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { bundleForNode } from './bundle.mjs';
import { buildIfStale } from './freshness.mjs';
import { root, toolPath } from './project.mjs';
import { runNode } from './run-command.mjs';

const common = ['shared', 'templates', 'package.json', 'package-lock.json'];

export const cliFile = join(root, 'out', 'cli', 'main.mjs');

/** The desktop app: main process, preload and renderer. */
export function buildApp() {
  return buildIfStale({
    stampFile: 'out/.app-stamp',
    sources: [...common, 'electron', 'renderer', 'electron.vite.config.ts'],
    outputs: ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'],
    build: async () => {
      const { code } = await runNode([
        toolPath('electron-vite/bin/electron-vite.js'),
        'build',
        '--logLevel',
        'warn',
      ]);
      if (code !== 0) throw new Error('The build of the app failed');
    },
  });
}

/** The command line, one file without dependencies. */
export function buildCli() {
  return buildIfStale({
    stampFile: 'out/.cli-stamp',
    sources: [...common, 'electron', 'scripts/bundle.mjs'],
    outputs: ['out/cli/main.mjs'],
    build: () => bundleForNode({ entry: 'electron/cli/main.ts', outFile: cliFile, standalone: true }),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const what = process.argv[2] ?? 'all';
  if (what === 'all' || what === 'app') await buildApp();
  if (what === 'all' || what === 'cli') await buildCli();
}
