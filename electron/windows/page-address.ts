import { join } from 'node:path';
import { app } from 'electron';
import { type OwnOrigin, appOrigin } from '../ipc/sender.ts';

export const rendererFolder = join(import.meta.dirname, '../renderer');

/** Address of the page; `npm run dev` serves it from its own server instead. */
function findPageAddress(): string {
  const devServer = process.env['ELECTRON_RENDERER_URL'];
  return !app.isPackaged && devServer !== undefined ? devServer : 'app://bundle/index.html';
}

export const pageAddress = findPageAddress();

/** Where messages may come from. */
export function findOwnOrigin(): OwnOrigin {
  if (pageAddress.startsWith('app:')) return appOrigin;
  const { protocol, host } = new URL(pageAddress);
  return { protocol, host };
}
