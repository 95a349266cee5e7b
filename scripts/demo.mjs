// `npm run demo`: one template through the command line, without a window: checked, simulated, exported.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rmSync } from 'node:fs';
import { root } from './project.mjs';
import { setUpWithoutElectron } from './setup.mjs';

await setUpWithoutElectron();
const { buildCli, cliFile } = await import('./build.mjs');
await buildCli();
const { main } = await import(pathToFileURL(cliFile).href);

const template = 'templates/clickstream/pipeline.json';
const output = join('out', 'demo');
rmSync(join(root, output), { recursive: true, force: true });

const steps = [
  { title: 'Checking the design against the rules', argv: ['validate', template] },
  { title: 'Replaying its traffic', argv: ['simulate', template] },
  { title: 'Writing the CDK project', argv: ['export', 'cdk', template, '--out', join(output, 'cdk')] },
  {
    title: 'Writing the Terraform project',
    argv: ['export', 'terraform', template, '--out', join(output, 'terraform')],
  },
];

process.chdir(root);
let worst = 0;
for (const { title, argv } of steps) {
  console.log(`\n── ${title}: pipewright ${argv.join(' ')}`);
  const code = await main(argv);
  // 1 means findings, which a demo may show; 2 means that the step could not be done.
  if (code >= 2) worst = code;
}
console.log(
  worst === 0 ? `\nThe demo is done; its projects are in ${output}.` : '\nThe demo could not be completed.',
);
process.exitCode = worst;
