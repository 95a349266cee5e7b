import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { securityHeaders } from './content-security-policy.ts';
import { resolveAppFile } from './resolve-app-file.ts';

const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
]);

/** Has to run before the app is ready. `codeCache` keeps compiled scripts between starts. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        stream: true,
        codeCache: true,
      },
    },
  ]);
}

/** Serves the files of the built page under app://bundle/, and nothing else. */
export function registerAppProtocol(handler: Protocol, rendererFolder: string): void {
  handler.handle('app', async (request) => {
    const file = request.method === 'GET' ? resolveAppFile(request.url, rendererFolder) : undefined;
    const type = file === undefined ? undefined : contentTypes.get(extname(file));
    if (file === undefined || type === undefined) return refuse(403);
    try {
      // A copy into a plain buffer: the pooled one of Node would be sent whole.
      const body = new Uint8Array(await readFile(file));
      return new Response(body, { headers: { ...securityHeaders, 'Content-Type': type } });
    } catch {
      return refuse(404);
    }
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { ...securityHeaders } });
}
