import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.mjs';

/** Links the command line into node_modules/.bin, so that `npx pipewright` works in a clone. */
export function linkBin() {
  const folder = join(root, 'node_modules', '.bin');
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') {
    const file = join(folder, 'pipewright.cmd');
    if (!existsSync(file)) writeFileSync(file, '@node "%~dp0\\..\\..\\scripts\\pipewright.mjs" %*\r\n');
    return;
  }
  const link = join(folder, 'pipewright');
  if (existsSync(link)) return;
  rmSync(link, { force: true });
  symlinkSync('../../scripts/pipewright.mjs', link);
}
