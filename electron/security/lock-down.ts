import type { App, Session } from 'electron';
import { type OwnOrigin, isOwnUrl } from '../ipc/sender.ts';

/** Every page of the app, now and later: no navigation, no new windows, no webviews. */
export function registerNavigationLock(electronApp: App): void {
  electronApp.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** No permission is ever granted, and no request leaves the app. */
export function registerSessionLock(session: Session, origin: OwnOrigin, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url, origin, isPackaged) });
  });
  session.setSpellCheckerEnabled(false);
}

/** Pictures in memory belong to the page that made them; developer tools load from their own scheme. */
export function isAllowedRequest(url: string, origin: OwnOrigin, isPackaged: boolean): boolean {
  if (isOwnUrl(url, origin) || url.startsWith('data:') || url.startsWith('blob:')) return true;
  if (isPackaged) return false;
  if (url.startsWith('devtools:')) return true;
  // The development server's reload channel.
  return origin.protocol === 'http:' && isOwnUrl(url, { protocol: 'ws:', host: origin.host });
}
