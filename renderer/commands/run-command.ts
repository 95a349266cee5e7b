import { AppError } from '../app-api.ts';
import { showMessage } from '../state/status-store.ts';
import { commands } from './all-commands.ts';
import type { Command } from './command.ts';

export function findCommand(id: string): Command | undefined {
  return commands.find((command) => command.id === id);
}

/** Tells the user what failed, with the place in the file where there is one. */
export function reportFailure(error: unknown): void {
  if (error instanceof AppError) {
    const problems = error.problems.map((problem) => {
      const place = problem.path ?? (problem.line === undefined ? '' : `line ${problem.line}`);
      return place ? `${place}: ${problem.message}` : problem.message;
    });
    const details = [...(error.advice ? [error.advice] : []), ...problems].join('\n');
    showMessage({ tone: 'error', text: error.message, ...(details ? { details } : {}) });
    return;
  }
  showMessage({ tone: 'error', text: error instanceof Error ? error.message : String(error) });
}

/** Runs a command if it can run now; failures are shown, never thrown. */
export function runCommand(id: string): void {
  const command = findCommand(id);
  if (!command || command.isEnabled?.() === false) return;
  void (async () => command.run())().catch(reportFailure);
}
