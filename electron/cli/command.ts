import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** An option of a verb; `value` names what follows it, flags have none. */
export interface OptionDefinition {
  name: string;
  value?: string;
  /** May be given several times. */
  multiple?: true;
  help: string;
}

/** What the user typed behind the verb, checked against its definition. */
export interface CommandInput {
  positionals: readonly string[];
  /** Text of an option, or undefined. */
  option(name: string): string | undefined;
  /** Texts of an option that may be given several times, in order. */
  list(name: string): readonly string[];
  /** Whether a flag was given. */
  flag(name: string): boolean;
  /** A number of an option; throws a usage failure when it is none. */
  number(name: string): number | undefined;
}

export interface CommandContext {
  terminal: Terminal;
  /** `--json`: the answer is one JSON document on standard output. */
  json: boolean;
}

export interface Command {
  /** The verb. */
  name: string;
  /** One line for the list of verbs. */
  summary: string;
  /** Positionals as help shows them: `SOURCE TARGET`. */
  usage: string;
  /** Fewest and most positionals. */
  arity: readonly [min: number, max: number];
  options: readonly OptionDefinition[];
  /** What 1 means for this verb. */
  findings: string;
  examples: readonly string[];
  run(input: CommandInput, context: CommandContext): Promise<ExitCode>;
}

/** The arguments cannot be used; the message says which and what is allowed. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
