import {
  getAppState,
  isDesktop,
  saveSettings,
  setDocumentDirty,
  setMenuState,
  subscribe,
} from '../app-api.ts';
import { commands } from '../commands/all-commands.ts';
import { reportFailure, runCommand } from '../commands/run-command.ts';
import { isDirty, useDesign } from '../state/design-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { showMessage } from '../state/status-store.ts';
import { useView } from '../state/view-store.ts';
import { openRecent, revertToSaved } from './document-actions.ts';

/** Keeps the window's title, its close question and the native menus current. */
function watchDocumentState(): () => void {
  let told = '';
  const tell = (): void => {
    const state = useDesign.getState();
    if (!state.place) return;
    const next = JSON.stringify([state.place.handle, isDirty(state), state.design.name]);
    if (next === told) return;
    told = next;
    setDocumentDirty(state.place.handle, isDirty(state), state.design.name).catch(reportFailure);
  };
  tell();
  return useDesign.subscribe(tell);
}

function watchMenus(): () => void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const state = Object.fromEntries(
      commands
        .filter((command) => command.isEnabled || command.isChecked)
        .map((command) => [
          command.id,
          {
            ...(command.isEnabled ? { enabled: command.isEnabled() } : {}),
            ...(command.isChecked ? { checked: command.isChecked() } : {}),
          },
        ]),
    );
    const next = JSON.stringify(state);
    if (next === told) return;
    told = next;
    setMenuState(state).catch(reportFailure);
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, 100);
  };
  schedule();
  const stops = [
    useDesign.subscribe(schedule),
    useSelection.subscribe(schedule),
    useView.subscribe(schedule),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** Theme and pointer habits live in the main process, which needs the theme before there is a page. */
function watchSettings(): () => void {
  return useView.subscribe((state, before) => {
    if (state.theme !== before.theme) saveSettings({ theme: state.theme }).catch(reportFailure);
    if (state.pointerMode !== before.pointerMode) {
      saveSettings({ canvasNavigation: state.pointerMode }).catch(reportFailure);
    }
  });
}

/** Connects the page with the main process; returns the way to stop. */
export function watchMain(): () => void {
  if (!isDesktop()) return () => {};
  void getAppState().then((state) => {
    document.documentElement.dataset.platform = state.platform;
    useView.setState({ theme: state.settings.theme, pointerMode: state.settings.canvasNavigation });
  }, reportFailure);
  const stops = [
    watchDocumentState(),
    watchMenus(),
    watchSettings(),
    subscribe.menuCommand(({ command }) => runCommand(command)),
    subscribe.documentOpenRequested(({ recent }) => void openRecent(recent).catch(reportFailure)),
    subscribe.documentChangedOnDisk(({ handle }) => {
      const state = useDesign.getState();
      if (state.place?.handle !== handle) return;
      // Nothing to lose: take the file's content. Otherwise the next save asks.
      if (isDirty(state)) {
        showMessage({
          tone: 'error',
          text: 'Another program changed this file. Saving will ask what to keep.',
        });
      } else {
        void revertToSaved().catch(reportFailure);
      }
    }),
    subscribe.documentJournalState(({ message }) => {
      if (message) showMessage({ tone: 'error', text: message });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
