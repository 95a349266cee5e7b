import { Failure, toIpcFailure } from '../failure.ts';
import { type Command, UsageError } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { printCommandHelp, printGeneralHelp } from './help.ts';
import { parseInput } from './parse-input.ts';
import { printSuggestion } from './suggest.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { commands } from './verbs/index.ts';

/**
 * Runs `pipewright` with the arguments behind the program's name and returns the exit code: 0 fine, 1
 * findings, 2 unusable input. Never throws and never ends the process.
 */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal): Promise<ExitCode> {
  const [verb, ...rest] = argv;
  const json = rest.includes('--json');
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    const wanted = commands.find((command) => command.name === rest[0]);
    terminal.out(wanted ? printCommandHelp(wanted) : printGeneralHelp(commands));
    return exitCodes.fine;
  }
  const command = commands.find((candidate) => candidate.name === verb);
  if (!command) {
    const names = commands.map(({ name }) => name);
    const message = `There is no verb "${verb}".${printSuggestion(verb, names)} "pipewright --help" lists them.`;
    return report(new UsageError(message), { json, terminal });
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(printCommandHelp(command));
    return exitCodes.fine;
  }
  try {
    const input = parseInput(command, rest);
    return await command.run(input, { terminal, json });
  } catch (error) {
    return report(error, { json, terminal, command });
  }
}

/** Says why nothing was done, in words or as `{"error": …}`. */
function report(
  error: unknown,
  { json, terminal, command }: { json: boolean; terminal: Terminal; command?: Command },
): ExitCode {
  const isUsage = error instanceof UsageError;
  const failure = isUsage ? { code: 'usage' as const, message: error.message } : toIpcFailure(error);
  if (json) {
    terminal.out(JSON.stringify({ error: failure }, null, 2));
    return exitCodes.unusable;
  }
  terminal.err(failure.message);
  if ('advice' in failure && failure.advice !== undefined) terminal.err(failure.advice);
  if ('problems' in failure) {
    for (const { line, column, path, message } of failure.problems ?? []) {
      const place =
        path ?? (line === undefined ? '' : `line ${line}${column === undefined ? '' : `, column ${column}`}`);
      terminal.err(`  ${place === '' ? '' : `${place}: `}${message}`);
    }
  }
  if (isUsage && command) terminal.err(`"pipewright ${command.name} --help" shows how to call it.`);
  if (!isUsage && !(error instanceof Failure) && failure.code === 'internal' && error instanceof Error) {
    terminal.err(error.stack ?? error.message);
  }
  return exitCodes.unusable;
}
