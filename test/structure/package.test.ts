import { describe, expect, it } from 'vitest';
import { listFiles, readText } from './source-files.ts';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
}

const manifest = JSON.parse(readText('package.json')) as Manifest;
const lock = JSON.parse(readText('package-lock.json')) as {
  packages: Record<string, { version?: string; resolved?: string; devDependencies?: Record<string, string> }>;
};

describe('package.json', () => {
  it('pins every version exactly', () => {
    const loose = Object.entries(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('has no dependencies of the package: everything is bundled', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
  });

  it('agrees with the lock file', () => {
    expect(lock.packages['']?.devDependencies).toEqual(manifest.devDependencies);
    const wrong = Object.entries(manifest.devDependencies).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(wrong).toEqual([]);
  });

  it('has scripts that exist', () => {
    const files = new Set(listFiles('scripts'));
    const missing = Object.values(manifest.scripts)
      .flatMap((command) => command.match(/scripts\/[\w./-]+\.(?:mjs|ts)/g) ?? [])
      .filter((path) => !files.has(path));
    expect(missing).toEqual([]);
  });

  it('has the scripts that the documentation names', () => {
    const expected = [
      'start',
      'test',
      'dev',
      'build',
      'package',
      'clean',
      'typecheck',
      'lint',
      'lint:fix',
      'format',
    ];
    expected.push(
      'format:check',
      'test:unit',
      'test:component',
      'test:e2e',
      'test:update',
      'docs',
      'docs:check',
    );
    expected.push('demo', 'oracle', 'bench', 'bench:start', 'check');
    expect(expected.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

describe('the lock file', () => {
  it('names no registry host', () => {
    expect(
      Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http') === true),
    ).toEqual([]);
  });
});
