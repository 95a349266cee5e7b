// `npm start`: sets up, builds what is stale and opens the app; without a display runs the demo instead.
import { setUp } from './setup.mjs';
import { hasDisplay, isRoot, root } from './project.mjs';
import { runCommand, runNode } from './run-command.mjs';

const { electron, missingLibraries } = await setUp();

async function runDemo(reason) {
  console.log(`${reason} Running the demo without a window instead (npm run demo).\n`);
  const { code } = await runNode(['scripts/demo.mjs']);
  process.exitCode = code;
}

async function openApp() {
  const { buildApp } = await import('./build.mjs');
  const { executableIn } = await import('./electron-runtime.mjs');
  await buildApp();
  // Chromium refuses to start its sandbox as root.
  const flags = isRoot ? ['--no-sandbox'] : [];
  const { code } = await runCommand(executableIn(electron), [root, ...flags, ...process.argv.slice(2)]);
  process.exitCode = code;
}

const librariesForWindow = missingLibraries.filter((file) => file.startsWith('lib'));
if (!hasDisplay()) await runDemo('There is no display here (DISPLAY and WAYLAND_DISPLAY are not set).');
else if (electron === undefined) await runDemo('There is no Electron runtime here.');
else if (librariesForWindow.length > 0) await runDemo('System libraries that Electron needs are missing.');
else await openApp();
