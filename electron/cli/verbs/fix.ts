import { serializeDesign } from '../../../shared/graph/serialize-design.ts';
import { fixDesign } from '../../../shared/rules/apply-repairs.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { countFindings, printCounts } from '../print-findings.ts';
import { readInput } from '../read-input.ts';
import { writeDesign } from '../write-design.ts';

export const fixCommand: Command = {
  name: 'fix',
  summary: 'apply the repairs that change nothing the designer decided',
  usage: 'FILE',
  arity: [1, 1],
  options: [{ name: 'out', value: 'FILE', help: 'write to another file and leave this one as it is' }],
  findings: 'errors are left that need a decision',
  examples: ['pipewright fix orders.pipewright.json', 'pipewright fix draft.json --out repaired.json'],
  run: async ({ positionals, option }, context) => {
    const [file = ''] = positionals;
    const read = await readInput(file, context);
    const { design, applied } = fixDesign(read.design);
    const out = option('out');
    const written =
      (applied.length > 0 || out !== undefined) &&
      (await writeDesign(read, { file, ...(out !== undefined && { out }), text: serializeDesign(design) }));
    const counts = countFindings(checkDesign(design));
    const answer = { file, out: out ?? file, written, applied, ...counts };
    context.terminal.out(
      context.json
        ? JSON.stringify(answer, null, 2)
        : [
            ...applied.map(({ rule, label }) => `${label} (${rule})`),
            `${answer.out}: ${applied.length} repairs; left: ${printCounts(counts)}`,
          ].join('\n'),
    );
    return counts.errors > 0 ? exitCodes.findings : exitCodes.fine;
  },
};
