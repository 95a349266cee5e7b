import { cancelRun, isRunning, runSimulation } from '../simulation/run-actions.ts';
import { jumpTo, stepBy, togglePlaying } from '../simulation/playback.ts';
import { useRun } from '../simulation/run-store.ts';
import { setMode, useView } from '../state/view-store.ts';
import type { Command } from './command.ts';

const canScrub = (): boolean =>
  useView.getState().mode === 'simulate' && useRun.getState().result !== undefined;

export const simulateCommands: readonly Command[] = [
  {
    id: 'simulate.run',
    label: 'Run the simulation',
    group: 'Simulate',
    keys: ['F5'],
    inText: true,
    isEnabled: () => !isRunning(),
    run: () => {
      setMode('simulate');
      return runSimulation();
    },
  },
  {
    id: 'simulate.stop',
    label: 'Stop the simulation',
    group: 'Simulate',
    keys: ['Shift+F5'],
    inText: true,
    isEnabled: isRunning,
    run: cancelRun,
  },
  {
    id: 'simulate.play',
    label: 'Play or pause the replay',
    group: 'Simulate',
    keys: ['P'],
    isEnabled: canScrub,
    run: togglePlaying,
  },
  {
    id: 'simulate.step-back',
    label: 'One step back',
    group: 'Simulate',
    keys: [','],
    isEnabled: canScrub,
    run: () => stepBy(-1),
  },
  {
    id: 'simulate.step-forward',
    label: 'One step forward',
    group: 'Simulate',
    keys: ['.'],
    isEnabled: canScrub,
    run: () => stepBy(1),
  },
  {
    id: 'simulate.start',
    label: 'To the start of the run',
    group: 'Simulate',
    keys: ['Home'],
    onCanvas: true,
    isEnabled: canScrub,
    run: () => jumpTo('start'),
  },
  {
    id: 'simulate.end',
    label: 'To the end of the run',
    group: 'Simulate',
    keys: ['End'],
    onCanvas: true,
    isEnabled: canScrub,
    run: () => jumpTo('end'),
  },
];
