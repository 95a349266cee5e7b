import type { ElectronApplication } from '@playwright/test';

/** The file that the next open dialogs choose. Only the dialog's answer is replaced, nothing behind it. */
export async function answerOpenDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** The file that the next save dialogs choose. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

/** Presses the button with the label given in the next question dialogs. */
export async function answerQuestion(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ dialog }, wanted) => {
    dialog.showMessageBox = async (...parameters: unknown[]) => {
      const options = parameters.at(-1) as { buttons?: string[] };
      const response = options.buttons?.indexOf(wanted) ?? -1;
      if (response === -1) throw new Error(`No button ${wanted} in ${JSON.stringify(options.buttons)}`);
      return { response, checkboxChecked: false };
    };
  }, label);
}

/** Chooses an item of the native menus by its command id. */
export async function chooseMenuItem(app: ElectronApplication, command: string): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (!item) throw new Error(`There is no menu item ${id}`);
    item.click();
  }, command);
}
