// `npm run dev`: the app with hot reload of the renderer.
import { setUp } from './setup.mjs';
import { executableIn } from './electron-runtime.mjs';
import { isRoot, toolPath } from './project.mjs';
import { runNode } from './run-command.mjs';

const { electron } = await setUp();
if (electron === undefined) throw new Error('There is no Electron runtime; see the messages above');
const { code } = await runNode(
  [toolPath('electron-vite/bin/electron-vite.js'), 'dev', ...(isRoot ? ['--noSandbox'] : [])],
  { env: { ELECTRON_EXEC_PATH: executableIn(electron) } },
);
process.exitCode = code;
