import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { services } from '../../shared/services/registry.ts';
import { listFiles, listSources, readText, root } from './source-files.ts';

const ownFolders = ['electron', 'renderer', 'shared', 'scripts', 'test'];

describe('the top level', () => {
  it('holds what tools and readers need and nothing else', () => {
    const allowed = new Set([
      ...['electron', 'renderer', 'shared', 'templates', 'test', 'docs', 'scripts', '.ci', '.github', '.git'],
      ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'electron-builder.yml'],
      ...['README.md', 'LICENSE', 'NOTICE', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'],
      ...[
        'electron.vite.config.ts',
        'vitest.config.ts',
        'playwright.config.ts',
        'biome.json',
        '.oxlintrc.json',
      ],
      ...['.editorconfig', '.gitattributes', '.gitignore', '.npmrc', '.nvmrc'],
      // Made by the tools and ignored by git.
      ...[
        'node_modules',
        'out',
        'dist',
        'coverage',
        'test-results',
        'playwright-report',
        '.runtime',
        '.vscode',
      ],
    ]);
    expect(readdirSync(root).filter((name) => !allowed.has(name))).toEqual([]);
  });
});

describe('file names', () => {
  it('are kebab-case', () => {
    const wrong = listSources(...ownFolders).filter(
      (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|bench|d))?\.tsx?$/.test(path.split('/').at(-1) ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  it('say what is inside', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|misc|manager|data|info)(\.[a-z.]+)?$/;
    expect(ownFolders.flatMap(listFiles).filter((path) => drawers.test(path))).toEqual([]);
  });

  it('belong to files of at most 600 lines', () => {
    const long = listSources('electron', 'renderer', 'shared')
      .filter((path) => readText(path).split('\n').length > 600)
      // Tables of facts and what is generated from published specifications may be long.
      .filter((path) => !/^shared\/(integrations\/pairs|integrations\/notes|sources)\//.test(path))
      .filter((path) => !readText(path).slice(0, 400).includes('Generated'));
    expect(long).toEqual([]);
  });
});

describe('sources', () => {
  const product = listSources('electron', 'renderer', 'shared');

  it.each<[string, RegExp]>([
    ['default exports', /^export default/m],
    ['switched-off type checks', /@ts-(ignore|nocheck|expect-error)/],
    ['unfinished work', /\b(TODO|FIXME|XXX|HACK)\b/],
    [
      'HTML from text',
      /\b(innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|srcdoc)\b|document\.write/,
    ],
    ['evaluated text', /\beval\(|new Function\(/],
  ])('have no %s', (_name, pattern) => {
    expect(product.filter((path) => pattern.test(readText(path)))).toEqual([]);
  });

  it('carry the ending in relative imports', () => {
    const wrong = product.filter((path) =>
      /from '\.{1,2}\/[^']*(?<!\.(ts|tsx|css|json|svg))(\?[a-z]+)?'/.test(readText(path)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('services', () => {
  const folders = readdirSync(join(root, 'shared/services'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

  it('in the registry are those in the folders', () => {
    expect(services.map((service) => service.id).sort()).toEqual(folders);
  });

  it('are each named in a test', () => {
    const tests = listSources('test/unit').map(readText).join('\n');
    expect(folders.filter((id) => !tests.includes(`'${id}'`))).toEqual([]);
  });
});

describe('integrations', () => {
  it('each have their line in the registry', () => {
    const registry = readText('shared/integrations/registry.ts');
    const missing = listFiles('shared/integrations/pairs').filter(
      (path) => !registry.includes(`'./pairs/${path.split('/').at(-1)}'`),
    );
    expect(missing).toEqual([]);
  });
});

describe('rules', () => {
  it('each have their line in the registry, and their id is the file name', () => {
    const registry = readText('shared/rules/registry.ts');
    const ruleFiles = listFiles('shared/rules').filter(
      (path) => /\bdefine[A-Za-z]*Rule\(\{/.test(readText(path)) && path.split('/').length === 4,
    );
    expect(ruleFiles.length).toBeGreaterThan(10);
    const wrong = ruleFiles.filter((path) => {
      const id = path.split('/').at(-1)?.replace('.ts', '') ?? '';
      return !registry.includes(`/${id}.ts'`) || !readText(path).includes(`id: '${id}'`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('templates', () => {
  it('each have a design and a README', () => {
    const ids = readdirSync(join(root, 'templates'));
    expect(ids.length).toBeGreaterThanOrEqual(6);
    const files = new Set(listFiles('templates'));
    const wrong = ids.filter(
      (id) => !files.has(`templates/${id}/pipeline.json`) || !files.has(`templates/${id}/README.md`),
    );
    expect(wrong).toEqual([]);
  });
});
