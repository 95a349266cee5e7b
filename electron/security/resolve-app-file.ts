import { isAbsolute, join, relative, sep } from 'node:path';
import { appOrigin } from '../ipc/sender.ts';

/** The file behind an app:// address, or undefined when there must be none. Decodes exactly once. */
export function resolveAppFile(address: string, rendererFolder: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== appOrigin.protocol || host !== appOrigin.host) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\') || path.includes(':')) return undefined;
  const file = join(rendererFolder, path === '/' ? 'index.html' : path);
  const inside = relative(rendererFolder, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    return undefined;
  return file;
}
