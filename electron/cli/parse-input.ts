import { parseArgs } from 'node:util';
import { type Command, type CommandInput, UsageError } from './command.ts';

/**
 * Checks what follows the verb against its definition.
 * @throws UsageError for unknown options, missing values and too few or too many words.
 */
export function parseInput(command: Command, argv: readonly string[]): CommandInput {
  const parsed = readArguments(command, argv);
  const values: Readonly<Record<string, unknown>> = parsed.values;
  const [min, max] = command.arity;
  const count = parsed.positionals.length;
  if (count < min || count > max) {
    const wanted = command.usage === '' ? 'nothing' : command.usage;
    throw new UsageError(
      `"pipewright ${command.name}" takes ${wanted}; found ${count} ${count === 1 ? 'word' : 'words'}.`,
    );
  }
  const option = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    positionals: parsed.positionals,
    option,
    list: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
    },
    flag: (name) => values[name] === true,
    number: (name) => {
      const text = option(name);
      return text === undefined ? undefined : parseNumber(name, text);
    },
  };
}

function readArguments(command: Command, argv: readonly string[]) {
  const options = Object.fromEntries(
    command.options.map(({ name, value, multiple = false }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple },
    ]),
  );
  try {
    return parseArgs({
      args: [...argv],
      options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parseNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new UsageError(`--${name} takes a number; found "${text}".`);
  }
  return value;
}
