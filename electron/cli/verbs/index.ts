import type { Command } from '../command.ts';
import { checkEdgeCommand } from './check-edge.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { fixCommand } from './fix.ts';
import { layoutCommand } from './layout.ts';
import { newCommand } from './new.ts';
import { servicesCommand } from './services.ts';
import { simulateCommand } from './simulate.ts';
import { sizeCommand } from './size.ts';
import { sweepCommand } from './sweep.ts';
import { validateCommand } from './validate.ts';

/** Every verb, in the order help lists them. */
export const commands: readonly Command[] = [
  servicesCommand,
  checkEdgeCommand,
  validateCommand,
  fixCommand,
  simulateCommand,
  sweepCommand,
  exportCommand,
  layoutCommand,
  newCommand,
  sizeCommand,
  explainCommand,
];
