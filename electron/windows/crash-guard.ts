import type { BrowserWindow } from 'electron';

const again = 30_000;

/**
 * Brings the page back after it crashed or hung; the main process still has every change it confirmed.
 * A second crash soon after is left to the user: the document itself may be what breaks the page.
 */
export function registerCrashGuard(
  window: BrowserWindow,
  { now, onSecondCrash, log }: { now(): number; onSecondCrash(): Promise<void>; log(message: string): void },
): void {
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    log(`The page ended: ${details.reason}, code ${details.exitCode}`);
    const isSecond = now() - lastCrash < again;
    lastCrash = now();
    if (isSecond) void onSecondCrash().then(() => window.reload());
    else window.reload();
  });
}
