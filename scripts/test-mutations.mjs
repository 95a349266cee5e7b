// `npm run test:mutations`: puts seeded faults into the exporters, one at a time, and prints which proof
// caught each of them.
import { toolPath } from './project.mjs';
import { runNode } from './run-command.mjs';
import { setUpWithoutElectron } from './setup.mjs';

await setUpWithoutElectron();
const { code } = await runNode(
  [toolPath('vitest/vitest.mjs'), 'run', '--project', 'golden', 'test/golden/iac/mutations.test.ts'],
  { env: { NODE_ENV: 'test', PIPEWRIGHT_SHOW_MUTATIONS: '1' } },
);
process.exitCode = code;
