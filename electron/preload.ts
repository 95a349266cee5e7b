import { contextBridge, ipcRenderer } from 'electron';
import type {
  EventName,
  PayloadOf,
  PipewrightApi,
  RequestName,
  RequestOf,
  ResponseOf,
} from '../shared/ipc/contract.ts';
import type { Reply } from '../shared/ipc/reply.ts';

function request<Name extends RequestName>(name: Name) {
  return (payload?: RequestOf<Name>): Promise<Reply<ResponseOf<Name>>> => ipcRenderer.invoke(name, payload);
}

/** The listener sees the payload only: the event object would hand out the sender. */
function subscribe<Name extends EventName>(name: Name) {
  return (listener: (payload: PayloadOf<Name>) => void): (() => void) => {
    const forward = (_event: unknown, payload: PayloadOf<Name>): void => listener(payload);
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.off(name, forward);
    };
  };
}

const api = {
  app: {
    getState: request('app:get-state'),
    getInitialDocument: request('app:get-initial-document'),
  },
  document: {
    new: request('document:new'),
    open: request('document:open'),
    openRecent: request('document:open-recent'),
    save: request('document:save'),
    saveAs: request('document:save-as'),
    revert: request('document:revert'),
    close: request('document:close'),
    confirmDiscard: request('document:confirm-discard'),
    setDirty: request('document:set-dirty'),
    journal: request('document:journal'),
  },
  template: { list: request('template:list'), open: request('template:open') },
  export: {
    chooseFolder: request('export:choose-folder'),
    compare: request('export:compare'),
    write: request('export:write'),
  },
  image: { save: request('image:save') },
  simulation: { start: request('simulation:start'), cancel: request('simulation:cancel') },
  experiment: { start: request('experiment:start'), cancel: request('experiment:cancel') },
  settings: { get: request('settings:get'), set: request('settings:set') },
  shell: { openExternal: request('shell:open-external') },
  edit: { perform: request('edit:perform') },
  menu: { setState: request('menu:set-state') },
  on: {
    menuCommand: subscribe('menu:command'),
    appSystemTheme: subscribe('app:system-theme'),
    appRecentFiles: subscribe('app:recent-files'),
    documentChangedOnDisk: subscribe('document:changed-on-disk'),
    documentOpenRequested: subscribe('document:open-requested'),
    documentJournalState: subscribe('document:journal-state'),
    simulationProgress: subscribe('simulation:progress'),
    simulationFinished: subscribe('simulation:finished'),
    simulationFailed: subscribe('simulation:failed'),
    experimentProgress: subscribe('experiment:progress'),
    experimentFinished: subscribe('experiment:finished'),
    experimentFailed: subscribe('experiment:failed'),
  },
} satisfies PipewrightApi;

contextBridge.exposeInMainWorld('pipewright', api);
