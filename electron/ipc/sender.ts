/** The parts of Electron's event that say who asks. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** Where the app's own page comes from: the app's scheme, or the server of a development run. */
export interface OwnOrigin {
  readonly protocol: string;
  readonly host: string;
}

export const appOrigin: OwnOrigin = { protocol: 'app:', host: 'bundle' };

/** Compares parsed parts: a prefix test would take `app://bundle.example`. */
export function isOwnUrl(url: string, origin: OwnOrigin): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === origin.protocol && host === origin.host && username === '' && password === '';
}

/** Only the top frame of a window we opened, showing our own page, may ask for anything. */
export function isTrustedSender(
  event: SenderEvent,
  origin: OwnOrigin,
  isKnownWindow: (webContentsId: number) => boolean,
): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null && frame.parent === null && isOwnUrl(frame.url, origin) && isKnownWindow(event.sender.id)
  );
}
