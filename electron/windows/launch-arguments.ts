import { resolve } from 'node:path';

/** The design named on a command line, if any: the last argument that is a .json file. */
export function findDesignArgument(argv: readonly string[], workingFolder: string): string | undefined {
  const named = argv.slice(1).filter((argument) => !argument.startsWith('-') && /\.json$/i.test(argument));
  const last = named.at(-1);
  return last === undefined ? undefined : resolve(workingFolder, last);
}
