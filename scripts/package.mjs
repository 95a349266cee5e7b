// `npm run package`: the app as a folder in dist/, made without downloads. Other targets as arguments, for
// example `npm run package -- --linux deb`; electron-builder fetches its tools for them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from './setup.mjs';
import { toolPath } from './project.mjs';
import { runNode } from './run-command.mjs';

const { electron } = await setUp();
if (electron === undefined) throw new Error('There is no Electron runtime; see the messages above');
const { buildApp } = await import('./build.mjs');
await buildApp();

const version = readFileSync(join(electron, 'version'), 'utf8').trim().replace(/^v/, '');
const targets = process.argv.slice(2);

const { code } = await runNode(
  [
    toolPath('electron-builder/cli.js'),
    ...(targets.length > 0 ? targets : ['--dir']),
    '--publish=never',
    `-c.electronDist=${electron}`,
    `-c.electronVersion=${version}`,
  ],
  { env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' } },
);
process.exitCode = code;
