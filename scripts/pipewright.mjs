#!/usr/bin/env node
// The `pipewright` command of a clone: brings the built command line up to date and runs it.
import { pathToFileURL } from 'node:url';
import { setUpWithoutElectron } from './setup.mjs';

await setUpWithoutElectron();
const { buildCli, cliFile } = await import('./build.mjs');
await buildCli();
// A reader that closes early, such as head, is no error.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
const { main } = await import(pathToFileURL(cliFile).href);
process.exitCode = await main(process.argv.slice(2));
