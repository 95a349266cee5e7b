// Runs after `npm ci` and `npm install` (the `prepare` script): only bookkeeping, no downloads.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { linkBin } from './setup/bin-link.mjs';
import { stampPackages } from './setup/packages.mjs';

if (existsSync(join(root, 'node_modules'))) {
  linkBin();
  stampPackages();
}
