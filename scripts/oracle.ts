/** `npm run oracle -- FILE [--seed N]`: holds the simulator's kernel to a file of known answers. */

import { readFileSync } from 'node:fs';
import { OracleError, parseOracleFile } from '../shared/simulator/oracle/oracle-case.ts';
import { type OracleOutcome, runOracleCase } from '../shared/simulator/oracle/run-oracle-case.ts';

const USAGE = 'Usage: npm run oracle -- FILE [--seed N]';

/** Runs every case of the file; returns the exit code: 0 all passed, 1 some failed, 2 unusable input. */
export function main(argv: readonly string[], print: (line: string) => void = console.log): number {
  const { file, seed } = parseArguments(argv);
  if (file === undefined || !Number.isSafeInteger(seed)) {
    print(USAGE);
    return 2;
  }
  let cases: ReturnType<typeof parseOracleFile>;
  try {
    cases = parseOracleFile(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof OracleError || error instanceof SyntaxError || isMissingFile(error)) {
      print(`${file}: ${error.message}`);
      return 2;
    }
    throw error;
  }
  let failed = 0;
  for (const oracleCase of cases) {
    const outcome = runOracleCase(oracleCase, { seed });
    failed += outcome.passed ? 0 : 1;
    print(formatOutcome(outcome));
  }
  print(`${cases.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function parseArguments(argv: readonly string[]): { file?: string; seed: number } {
  let file: string | undefined;
  let seed = 1;
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--seed') {
      seed = Number(argv[++i] ?? Number.NaN);
    } else if (argument.startsWith('--seed=')) {
      seed = Number(argument.slice('--seed='.length));
    } else {
      file ??= argument;
    }
  }
  return file === undefined ? { seed } : { file, seed };
}

function isMissingFile(error: unknown): error is Error {
  return error instanceof Error && 'code' in error;
}

function formatOutcome(outcome: OracleOutcome): string {
  const { id, metric, expected, measured, tolerance, passed, problem } = outcome;
  const line = `${id} ${metric} expected ${expected} measured ${measured} tolerance ${tolerance} ${passed ? 'ok' : 'FAIL'}`;
  return problem === undefined ? line : `${line} (${problem})`;
}
