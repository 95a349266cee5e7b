import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder; every script works from here, wherever it was started. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Node entry of a tool in node_modules, so that no shell and no npx is between us and it. */
export function toolPath(packagePath) {
  return join(root, 'node_modules', packagePath);
}

export const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** Whether a window can be shown: always on Windows and macOS, with a display server elsewhere. */
export function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
