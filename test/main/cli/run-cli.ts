import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { main } from '../../../electron/cli/main.ts';

/** What a call printed, and its exit code. */
export interface CliRun {
  code: number;
  out: string;
  err: string;
}

/** Calls the command line in this process. */
export async function runCli(...argv: string[]): Promise<CliRun> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(argv, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Calls a verb with `--json` and parses what it printed. */
export async function runJson<Answer = Record<string, unknown>>(
  ...argv: string[]
): Promise<{ code: number; answer: Answer; err: string }> {
  const { code, out, err } = await runCli(...argv, '--json');
  return { code, answer: JSON.parse(out) as Answer, err };
}

/** A folder for the files of one test file; `inFolder(name)` gives a path inside. */
export function useFolder(): (name: string) => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pipewright-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
