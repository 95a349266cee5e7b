// Stands in for Electron's own default app: `electron [-r module]… [flags] <folder or file> [arguments]`.
// Loads the app with top-level await: a module that is still loading holds back `ready`, and an app has
// to register its schemes before that.
import { app } from 'electron';
import { existsSync, readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

function readArguments(argv) {
  const preload = [];
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index];
    if (argument === '-v' || argument === '--version') return { preload, version: true };
    if (argument === '-r' || argument === '--require') preload.push(argv[++index]);
    else if (argument === '--') return { preload, target: argv[index + 1] };
    else if (!argument.startsWith('-')) return { preload, target: argument };
  }
  return { preload };
}

function readManifest(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

const { preload, version, target } = readArguments(process.argv.slice(1));
if (version || target === undefined) {
  console.log(version ? `v${process.versions.electron}` : 'electron [options] <folder of the app>');
  process.exit(0);
}
if (preload.length > 0) Module._preloadModules(preload);

process.defaultApp = true;
const path = resolve(target);
const folder = statSync(path).isDirectory() ? path : dirname(path);
const manifest = readManifest(folder);
app.setAppPath(folder);
if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name);
if (manifest.version) app.setVersion(manifest.version);
await import(pathToFileURL(folder === path ? join(folder, manifest.main ?? 'index.js') : path).href);
