import type { Command, OptionDefinition } from './command.ts';
import { printTable } from './print-table.ts';

const shared: readonly OptionDefinition[] = [
  { name: 'json', help: 'print one JSON document; its members are in docs/command-line.md' },
  { name: 'help', help: 'show this' },
];

const codes = 'Exit codes: 0 fine, 1 findings, 2 the arguments or the file cannot be used.';

/** Help for one verb. */
export function printCommandHelp(command: Command): string {
  const options = [...command.options, ...shared].map(({ name, value, help }) => [
    `  --${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  ]);
  return [
    `pipewright ${[command.name, command.usage].filter((part) => part !== '').join(' ')} [options]`,
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    '',
    printTable(options),
    '',
    ...command.examples.map((example) => `  ${example}`),
    '',
    codes,
    `1 here: ${command.findings}.`,
  ].join('\n');
}

/** The list of verbs. */
export function printGeneralHelp(commands: readonly Command[]): string {
  return [
    'pipewright VERB [options]: design AWS data and ML pipelines without a window.',
    '',
    printTable(commands.map(({ name, usage, summary }) => [`  ${name} ${usage}`, summary])),
    '',
    'Every verb takes --json and --help.',
    codes,
  ].join('\n');
}
