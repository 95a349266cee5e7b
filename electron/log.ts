import log from 'electron-log/main';

/** One file in the app's log folder; nothing leaves the machine. */
export function registerLog(): void {
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = 'warn';
  log.errorHandler.startCatching({ showDialog: false });
}

/** Writes a fault with its details; never document content. */
export function logFault(message: string, error?: unknown): void {
  log.error(message, error instanceof Error ? (error.stack ?? error.message) : (error ?? ''));
}
