import { toolPath } from '../project.mjs';
import { runNode } from '../run-command.mjs';
import { verdict } from './outcome.mjs';

const typeScriptProjects = ['shared', 'electron', 'renderer', 'test', 'scripts'];

export async function checkFormat() {
  const { code } = await runNode([toolPath('@biomejs/biome/bin/biome'), 'format', '--reporter=summary', '.']);
  return verdict(code === 0);
}

export async function checkLint() {
  const { code } = await runNode([toolPath('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']);
  return verdict(code === 0);
}

/** One tsconfig per process, so that shared/ sees neither the DOM nor Node. */
export async function checkTypes() {
  let passed = 0;
  for (const project of typeScriptProjects) {
    const { code } = await runNode([toolPath('typescript/bin/tsc'), '-p', project]);
    if (code === 0) passed++;
    else console.error(`tsc -p ${project} failed`);
  }
  return { passed, failed: typeScriptProjects.length - passed };
}

/** Generated pages of docs/ are those the generator would write now. */
export async function checkDocs() {
  const { code } = await runNode(['scripts/run-ts.mjs', 'scripts/docs.ts', '--check']);
  return verdict(code === 0);
}
