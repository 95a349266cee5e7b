import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ExportTarget } from '../../shared/iac/targets.ts';

/** The three jobs; they share canvas and selection. */
export type Mode = 'design' | 'simulate' | 'export';
export type BottomTab = 'problems' | 'simulation' | 'code';
export type Theme = 'system' | 'light' | 'dark';
/** What the wheel and a drag on the empty canvas do. */
export type PointerMode = 'design-tool' | 'map';
export type OpenDialog = 'templates' | 'commands' | 'shortcuts' | 'about' | undefined;

interface ViewState {
  mode: Mode;
  theme: Theme;
  pointerMode: PointerMode;
  isLeftOpen: boolean;
  isRightOpen: boolean;
  isBottomOpen: boolean;
  leftTab: 'palette' | 'outline';
  bottomTab: BottomTab;
  isMinimapShown: boolean;
  exportTarget: ExportTarget;
  dialog: OpenDialog;
}

const startingView: ViewState = {
  mode: 'design',
  theme: 'system',
  pointerMode: 'design-tool',
  isLeftOpen: true,
  isRightOpen: true,
  isBottomOpen: true,
  leftTab: 'palette',
  bottomTab: 'problems',
  isMinimapShown: true,
  exportTarget: 'cdk',
  dialog: undefined,
};

export const useView = create<ViewState>()(
  persist(() => startingView, {
    name: 'pipewright-view',
    // The job and the dialogs start afresh; habits stay.
    partialize: ({ mode: _mode, dialog: _dialog, bottomTab: _tab, ...habits }) => habits,
  }),
);

const tabOfMode: Record<Mode, BottomTab> = { design: 'problems', simulate: 'simulation', export: 'code' };

/** Switches the job and opens the panel that goes with it. */
export function setMode(mode: Mode): void {
  useView.setState({ mode, bottomTab: tabOfMode[mode], isBottomOpen: true });
}

/** Opens a tab of the bottom panel. */
export function showTab(bottomTab: BottomTab): void {
  useView.setState({ bottomTab, isBottomOpen: true });
}

export function setDialog(dialog: OpenDialog): void {
  useView.setState({ dialog });
}

const prefersDark = (): boolean => window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;

/** The theme on screen. */
export function getShownTheme(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return prefersDark() ? 'dark' : 'light';
}

/** Changes between light and dark, leaving the system's choice behind. */
export function toggleTheme(): void {
  const { theme } = useView.getState();
  useView.setState({ theme: getShownTheme(theme) === 'dark' ? 'light' : 'dark' });
}
