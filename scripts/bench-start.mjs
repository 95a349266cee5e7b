// `npm run bench:start`: how long until the window is usable, against an empty Electron window on the same
// machine. Medians of several starts; only the ratio means anything elsewhere.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasDisplay, root } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { setUp } from './setup.mjs';

const starts = 5;
const warmUps = 2;

// A display is needed: begin again under a virtual one.
if (!hasDisplay() && existsSync('/usr/bin/xvfb-run')) {
  const command = ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, process.argv[1]];
  process.exit((await runCommand('xvfb-run', command)).code);
}

const { electron } = await setUp();
if (electron === undefined) throw new Error('There is no Electron runtime; see the messages above');
const { buildApp } = await import('./build.mjs');
await buildApp();
const { _electron } = await import('@playwright/test');

async function writeEmptyApp() {
  const folder = await mkdtemp(join(tmpdir(), 'empty-electron-'));
  await mkdir(join(folder, 'node_modules'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }),
  );
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><title>Empty</title><main id="root">Empty</main>',
  );
  await writeFile(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => {
       const window = new BrowserWindow({ width: 1440, height: 900, show: false });
       window.once('ready-to-show', () => window.show());
       window.loadFile('index.html');
     });`,
  );
  return folder;
}

/** From the start of the process to the moment when the selector is on screen and a frame was drawn. */
async function timeStart(appFolder, profile, selector) {
  const started = performance.now();
  const app = await _electron.launch({
    args: [appFolder, `--user-data-dir=${profile}`],
    cwd: root,
    timeout: 20_000,
  });
  const page = await app.firstWindow();
  await page.waitForSelector(selector);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const milliseconds = performance.now() - started;
  await app.close();
  return milliseconds;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const emptyApp = await writeEmptyApp();
// A profile for each app that lives through all starts, as a user's does.
const profiles = await mkdtemp(join(tmpdir(), 'pipewright-start-'));
const times = { empty: [], pipewright: [] };
try {
  // The first rounds warm the caches and do not count; then in turns, so that load hits both.
  for (let index = -warmUps; index < starts; index++) {
    const empty = await timeStart(emptyApp, join(profiles, 'empty'), '#root');
    const pipewright = await timeStart(root, join(profiles, 'pipewright'), '#root > *');
    if (index < 0) continue;
    times.empty.push(empty);
    times.pipewright.push(pipewright);
  }
} finally {
  await rm(emptyApp, { recursive: true, force: true });
  await rm(profiles, { recursive: true, force: true });
}
const [empty, pipewright] = [median(times.empty), median(times.pipewright)];
console.log(`Empty Electron window: ${empty.toFixed(0)} ms (median of ${starts})`);
console.log(`Pipewright, usable:    ${pipewright.toFixed(0)} ms (median of ${starts})`);
console.log(`Ratio: ${(pipewright / empty).toFixed(2)}`);
