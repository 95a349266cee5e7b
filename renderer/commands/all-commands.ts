import { canvasCommands } from './canvas-commands.ts';
import type { Command } from './command.ts';
import { editCommands } from './edit-commands.ts';
import { fileCommands } from './file-commands.ts';
import { simulateCommands } from './simulate-commands.ts';
import { viewCommands } from './view-commands.ts';

/** Every command of the app. */
export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...canvasCommands,
  ...viewCommands,
  ...simulateCommands,
];
