import { type BrowserWindow, type MessageBoxOptions, app, dialog } from 'electron';
import type { ConflictAnswer, DocumentDialogs } from '../documents/document-dialogs.ts';

const designFilter = [
  { name: 'Pipewright designs', extensions: ['pipewright.json', 'json'] },
  { name: 'All files', extensions: ['*'] },
];

type FindWindow = () => BrowserWindow | undefined;

/** Asks with one button for each answer; Escape and closing mean the last one. */
export async function askUser<Answer extends string>(
  findWindow: FindWindow,
  {
    message,
    detail,
    answers,
  }: { message: string; detail: string; answers: readonly (readonly [Answer, string])[] },
): Promise<Answer> {
  const options: MessageBoxOptions = {
    type: 'question',
    message,
    detail,
    buttons: answers.map(([, label]) => label),
    defaultId: 0,
    cancelId: answers.length - 1,
    noLink: true,
  };
  const window = findWindow();
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  const answer = answers[response] ?? answers.at(-1);
  if (answer === undefined) throw new Error('A question needs answers');
  return answer[0];
}

/** Files and questions of documents, as native dialogs of the window. */
export function createDocumentDialogs(findWindow: FindWindow): DocumentDialogs {
  return {
    chooseFileToOpen: async () => {
      const { canceled, filePaths } = await showOpenDialog(findWindow, {
        title: 'Open a design',
        filters: designFilter,
        properties: ['openFile'],
      });
      return canceled ? undefined : filePaths[0];
    },
    chooseFileToSave: (suggestedPath) =>
      chooseFileToSave(findWindow, { title: 'Save the design', suggestedPath, filters: designFilter }),
    askConflict: (name) =>
      askUser<ConflictAnswer>(findWindow, {
        message: `Another program changed “${name}” since it was opened.`,
        detail: 'Replacing it keeps the other version in the version store.',
        answers: [
          ['keep-both', 'Save as another file…'],
          ['reload', 'Reload the file'],
          ['replace', 'Replace it'],
          ['cancel', 'Cancel'],
        ],
      }),
    askDiscard: (name) =>
      askUser(findWindow, {
        message: `Save the changes to “${name}”?`,
        detail: 'Without saving they are lost.',
        answers: [
          ['save', 'Save'],
          ['discard', 'Don’t save'],
          ['cancel', 'Cancel'],
        ],
      }),
  };
}

function showOpenDialog(findWindow: FindWindow, options: Electron.OpenDialogOptions) {
  const window = findWindow();
  return window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
}

/** A path to write to, or undefined. The dialog itself asks before an existing file is chosen. */
export async function chooseFileToSave(
  findWindow: FindWindow,
  { title, suggestedPath, filters }: { title: string; suggestedPath: string; filters: Electron.FileFilter[] },
): Promise<string | undefined> {
  const options = { title, defaultPath: suggestedPath, filters };
  const window = findWindow();
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? undefined : filePath;
}

/** A folder to export into, or undefined. */
export async function chooseFolder(findWindow: FindWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await showOpenDialog(findWindow, {
    title: 'Export into a folder',
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? undefined : filePaths[0];
}
