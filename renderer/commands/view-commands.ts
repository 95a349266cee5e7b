import { fitView, zoomIn, zoomOut, zoomTo } from '../canvas/canvas-handle.ts';
import { getSelectedItems } from '../state/selection-store.ts';
import { type Mode, setDialog, setMode, type Theme, toggleTheme, useView } from '../state/view-store.ts';
import type { Command } from './command.ts';

type Panel = 'isLeftOpen' | 'isRightOpen' | 'isBottomOpen' | 'isMinimapShown';

const togglePanel = (id: string, label: string, panel: Panel, keys: readonly string[] = []): Command => ({
  id,
  label,
  group: 'View',
  keys,
  inText: true,
  isChecked: () => useView.getState()[panel],
  run: () => useView.setState((state) => ({ [panel]: !state[panel] })),
});

const themeCommand = (theme: Theme): Command => ({
  id: `view.theme-${theme}`,
  label: `Theme: ${theme}`,
  group: 'View',
  isChecked: () => useView.getState().theme === theme,
  run: () => useView.setState({ theme }),
});

const modeCommand = (mode: Mode, label: string, keys: string): Command => ({
  id: `view.mode-${mode}`,
  label,
  group: 'View',
  keys: [keys],
  inText: true,
  isChecked: () => useView.getState().mode === mode,
  run: () => setMode(mode),
});

export const viewCommands: readonly Command[] = [
  {
    id: 'edit.commands',
    label: 'Search commands and nodes',
    group: 'View',
    keys: ['Mod+K', 'Mod+Shift+P', 'Mod+F'],
    inText: true,
    run: () => setDialog('commands'),
  },
  {
    id: 'edit.find',
    label: 'Find on the canvas',
    group: 'View',
    isHidden: true,
    run: () => setDialog('commands'),
  },
  modeCommand('design', 'Design', 'Alt+1'),
  modeCommand('simulate', 'Simulate', 'Alt+2'),
  modeCommand('export', 'Export', 'Alt+3'),
  { id: 'view.zoom-in', label: 'Zoom in', group: 'View', keys: ['Mod++', 'Mod+='], run: zoomIn },
  { id: 'view.zoom-out', label: 'Zoom out', group: 'View', keys: ['Mod+-'], run: zoomOut },
  { id: 'view.zoom-reset', label: 'Zoom to 100 %', group: 'View', keys: ['Mod+0'], run: () => zoomTo(1) },
  {
    id: 'view.fit',
    label: 'Fit the design',
    group: 'View',
    keys: ['Mod+1', 'Shift+!'],
    run: () => fitView(),
  },
  {
    id: 'view.fit-selection',
    label: 'Fit the selection',
    group: 'View',
    keys: ['Mod+2'],
    isEnabled: () => getSelectedItems().nodes.length > 0,
    run: () => fitView(getSelectedItems().nodes),
  },
  togglePanel('view.toggle-palette', 'Show the palette', 'isLeftOpen', ['Mod+B']),
  togglePanel('view.toggle-inspector', 'Show the inspector', 'isRightOpen', ['Mod+I']),
  togglePanel('view.toggle-bottom-panel', 'Show the bottom panel', 'isBottomOpen', ['Mod+J']),
  togglePanel('view.toggle-minimap', 'Show the minimap', 'isMinimapShown'),
  {
    id: 'view.pointer-mode',
    label: 'Wheel zooms, drag pans (map mode)',
    group: 'View',
    isChecked: () => useView.getState().pointerMode === 'map',
    run: () =>
      useView.setState((state) => ({ pointerMode: state.pointerMode === 'map' ? 'design-tool' : 'map' })),
  },
  { id: 'view.toggle-theme', label: 'Switch between light and dark', group: 'View', run: toggleTheme },
  themeCommand('system'),
  themeCommand('light'),
  themeCommand('dark'),
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    group: 'Help',
    keys: ['F1', '?'],
    run: () => setDialog('shortcuts'),
  },
  { id: 'help.about', label: 'About Pipewright', group: 'Help', run: () => setDialog('about') },
];
