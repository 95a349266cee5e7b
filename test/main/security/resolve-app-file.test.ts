import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAppFile } from '../../../electron/security/resolve-app-file.ts';

const folder = join('/app', 'out', 'renderer');

describe('resolveAppFile', () => {
  it.each([
    ['app://bundle/', 'index.html'],
    ['app://bundle/index.html', 'index.html'],
    ['app://bundle/assets/main.js?v=1#top', 'assets/main.js'],
    ['app://bundle/a%20b.svg', 'a b.svg'],
    ['app://bundle/assets/../index.html', 'index.html'],
    // The address itself cannot climb above its root, encoded or not.
    ['app://bundle/assets/%2e%2e/%2e%2e/%2e%2e/index.html', 'index.html'],
  ])('serves %s', (address, file) => {
    expect(resolveAppFile(address, folder)).toBe(join(folder, file));
  });

  it.each([
    'app://bundle/%2e%2e%2fmain%2fmain.js',
    'app://bundle/..%5c..%5cmain.js',
    'app://bundle/%00',
    'app://bundle/%',
    'app://bundle/c:/windows/win.ini',
    'app://bundle/%2fetc%2fpasswd/../../..%2f..%2f..%2fetc%2fpasswd',
    'app://bundle.example/index.html',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://bundle/index.html',
    'nonsense',
  ])('refuses %s', (address) => {
    expect(resolveAppFile(address, folder)).toBeUndefined();
  });

  it('never leaves the folder, whatever the address', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      'a',
      '%252e',
      '%00',
      ':',
      '?',
      '#',
      'é',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = resolveAppFile(`app://bundle/${parts.join('')}`, folder);
        expect(file === undefined || file.startsWith(`${folder}/`)).toBe(true);
      }),
      { seed: 3, numRuns: 20_000 },
    );
  });
});
