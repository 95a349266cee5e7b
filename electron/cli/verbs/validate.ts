import { checkDesign } from '../../../shared/rules/engine.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { countFindings, describeFinding, printCounts, printFindings } from '../print-findings.ts';
import { readInput } from '../read-input.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'check a design against every rule',
  usage: 'FILE',
  arity: [1, 1],
  options: [{ name: 'strict', help: 'warnings count as findings too' }],
  findings: 'the design has errors that nobody accepted, or the document has problems',
  examples: [
    'pipewright validate orders.pipewright.json',
    'pipewright validate orders.pipewright.json --strict',
  ],
  run: async ({ positionals, flag }, context) => {
    const [file = ''] = positionals;
    const { design, problems } = await readInput(file, context);
    const findings = checkDesign(design);
    const counts = countFindings(findings);
    const isFine = counts.errors === 0 && problems.length === 0 && !(flag('strict') && counts.warnings > 0);
    if (context.json) {
      const answer = {
        file,
        name: design.name,
        ok: isFine,
        ...counts,
        problems,
        findings: findings.map(describeFinding),
      };
      context.terminal.out(JSON.stringify(answer, null, 2));
    } else {
      if (findings.length > 0) context.terminal.out(`${printFindings(findings)}\n`);
      context.terminal.out(`${file}: ${printCounts(counts)}`);
    }
    return isFine ? exitCodes.fine : exitCodes.findings;
  },
};
