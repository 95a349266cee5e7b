import { resolve } from 'node:path';
import { exportDesign } from '../../../shared/iac/export.ts';
import { exportTargets } from '../../../shared/iac/targets.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { nodeFileSystem } from '../../documents/file-system.ts';
import { compareFolder } from '../../exports/compare-folder.ts';
import { writeExport } from '../../exports/write-export.ts';
import { Failure } from '../../failure.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { readInput } from '../read-input.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'write a design as CDK, Terraform, a CloudFormation template or a list of resources',
  usage: 'cdk|terraform|cloudformation|resources FILE',
  arity: [2, 2],
  options: [
    { name: 'out', value: 'DIR', help: 'folder to write to; made when missing' },
    { name: 'force', help: 'replace files that the last export did not write or that were edited since' },
  ],
  findings: 'something blocks the export; nothing is written then',
  examples: [
    'pipewright export cdk orders.pipewright.json --out infra',
    'pipewright export terraform orders.pipewright.json --out infra --force',
    'pipewright export resources orders.pipewright.json --out review',
  ],
  run: async ({ positionals, option, flag }, context) => {
    const [wanted = '', file = ''] = positionals;
    const target = exportTargets.find((candidate) => candidate === wanted);
    if (!target) throw new UsageError(`Export to ${exportTargets.join(', ')}; found "${wanted}".`);
    const out = option('out');
    if (out === undefined) throw new UsageError('Say where to write with --out DIR.');
    const { design } = await readInput(file, context);
    const { files, blockers, warnings, manualSteps } = exportDesign(design, target, checkDesign(design));
    const answer = { file, target, out, ok: blockers.length === 0, blockers, warnings, manualSteps };
    if (blockers.length > 0) {
      print(context, { ...answer, files: [] }, [
        'Nothing was exported:',
        ...blockers.map(
          (blocker) => `  ${blocker.node === undefined ? '' : `${blocker.node}: `}${blocker.message}`,
        ),
      ]);
      return exitCodes.findings;
    }
    const folder = resolve(out);
    await nodeFileSystem.makeFolder(folder);
    const project = { folder, target, files: files.map(({ path, text }) => ({ path, text })) };
    const { files: seen } = await compareFolder(nodeFileSystem, project);
    const refused = seen.filter(({ state }) => state === 'edited' || state === 'foreign');
    if (refused.length > 0 && !flag('force')) {
      throw new Failure(
        'io',
        `${refused.length === 1 ? '1 file' : `${refused.length} files`} in ${out} ${refused.length === 1 ? 'is' : 'are'} not from the last export or edited since. Nothing was written.\n${refused.map(({ path }) => `  ${path}`).join('\n')}`,
        { advice: 'Choose another folder, or replace them with --force.' },
      );
    }
    const { kept: _none, ...counts } = await writeExport(nodeFileSystem, { ...project, seen, keep: [] });
    print(context, { ...answer, files: files.map(({ path }) => path), ...counts }, [
      `${files.length} files in ${out} (${counts.written} written, ${counts.unchanged} unchanged, ${counts.removed} removed)`,
      ...warnings.map((warning) => `warning: ${warning}`),
      ...manualSteps.map(
        (step) => `by hand: ${step.title}${target === 'resources' ? '' : '; see README.md'}`,
      ),
    ]);
    return exitCodes.fine;
  },
};

function print({ terminal, json }: CommandContext, answer: object, lines: readonly string[]): void {
  terminal.out(json ? JSON.stringify(answer, null, 2) : lines.join('\n'));
}
