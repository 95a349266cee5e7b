import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

for (const folder of ['out', 'dist', 'coverage', 'test-results', 'playwright-report']) {
  rmSync(join(root, folder), { recursive: true, force: true });
}
