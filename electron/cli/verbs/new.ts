import { writeAtomically } from '../../documents/atomic-write.ts';
import { nodeFileSystem } from '../../documents/file-system.ts';
import { Failure } from '../../failure.ts';
import { getTemplate, listTemplates } from '../../templates/template-files.ts';
import { type Command, UsageError } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { printTable } from '../print-table.ts';
import { printSuggestion } from '../suggest.ts';

export const newCommand: Command = {
  name: 'new',
  summary: 'start a design from a template, or list the templates',
  usage: '[TEMPLATE]',
  arity: [0, 1],
  options: [{ name: 'out', value: 'FILE', help: 'file to write; TEMPLATE.pipewright.json by default' }],
  findings: 'never',
  examples: ['pipewright new', 'pipewright new clickstream --out orders.pipewright.json'],
  run: async ({ positionals, option }, { terminal, json }) => {
    const [template] = positionals;
    const templates = listTemplates();
    if (template === undefined) {
      const rows = templates.map(({ id, title, summary }) => [id, title, summary]);
      terminal.out(
        json
          ? JSON.stringify({ templates }, null, 2)
          : printTable([['template', 'title', 'what for'], ...rows]),
      );
      return exitCodes.fine;
    }
    const ids = templates.map(({ id }) => id);
    if (!ids.includes(template)) {
      throw new UsageError(
        `There is no template "${template}".${printSuggestion(template, ids)} "pipewright new" lists them.`,
      );
    }
    const file = option('out') ?? `${template}.pipewright.json`;
    if (await nodeFileSystem.stat(file)) {
      throw new Failure('io', `${file} exists; nothing was written.`, {
        advice: 'Choose another name with --out FILE.',
      });
    }
    const { text, name } = getTemplate(template);
    await writeAtomically(nodeFileSystem, file, new TextEncoder().encode(text));
    terminal.out(json ? JSON.stringify({ template, name, file }, null, 2) : `${file}: ${name}`);
    return exitCodes.fine;
  },
};
