import { describe, expect, it } from 'vitest';
import { findImports, listSources } from './source-files.ts';

/** Zones inside shared/, most specific first, and what each may import besides itself. */
const zones: readonly { folder: string; may: readonly string[]; mayAsTypes?: readonly string[] }[] = [
  { folder: 'shared/units', may: [] },
  { folder: 'shared/sources', may: [] },
  { folder: 'shared/graph', may: ['shared/units', 'shared/sources'] },
  { folder: 'shared/simulator/kernel', may: ['shared/units'] },
  { folder: 'shared/simulator/oracle', may: ['shared/simulator/kernel', 'shared/units'] },
  {
    folder: 'shared/iac/ir',
    may: ['shared/units', 'shared/graph', 'shared/sources'],
    mayAsTypes: ['shared/services'],
  },
  {
    folder: 'shared/services',
    may: ['shared/units', 'shared/graph', 'shared/sources', 'shared/iac/ir'],
    mayAsTypes: ['shared/simulator/kernel'],
  },
  {
    folder: 'shared/integrations',
    may: ['shared/units', 'shared/graph', 'shared/sources', 'shared/services', 'shared/iac/ir'],
    mayAsTypes: ['shared/simulator/kernel'],
  },
  {
    folder: 'shared/rules',
    may: [
      ...['shared/units', 'shared/graph', 'shared/sources', 'shared/services', 'shared/integrations'],
      // Sizing and key shares are the simulator's own formulas: a rule must not have others.
      ...['shared/simulator/kernel', 'shared/simulator/model'],
    ],
  },
  {
    folder: 'shared/simulator',
    may: ['shared/units', 'shared/graph', 'shared/sources', 'shared/services', 'shared/integrations'],
  },
  // Printers know the intermediate form only: no service, no design.
  { folder: 'shared/iac/cdk', may: ['shared/iac/ir'] },
  { folder: 'shared/iac/cloudformation', may: ['shared/iac/ir'] },
  { folder: 'shared/iac/resource-list', may: ['shared/iac/ir'] },
  { folder: 'shared/iac/terraform', may: ['shared/iac/ir'] },
  {
    folder: 'shared/iac',
    may: ['shared/units', 'shared/graph', 'shared/sources', 'shared/services', 'shared/integrations'],
    mayAsTypes: ['shared/rules'],
  },
  { folder: 'shared/ipc', may: ['shared/graph'], mayAsTypes: ['shared/simulator'] },
];

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

function zoneOf(path: string) {
  return zones
    .filter(({ folder }) => isInside(path, folder))
    .sort((a, b) => b.folder.length - a.folder.length)
    .at(0);
}

describe('imports inside shared/', () => {
  const sources = listSources('shared');

  it('finds the sources and their imports', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(findImports).length).toBeGreaterThan(300);
  });

  it('has a zone for every file', () => {
    expect(sources.filter((path) => zoneOf(path) === undefined)).toEqual([]);
  });

  it('go from later zones to earlier ones only', () => {
    const wrong = sources.flatMap(findImports).filter(({ from, target, isRelative, typeOnly }) => {
      const zone = zoneOf(from);
      if (!isRelative || zone === undefined) return false;
      const allowed = [zone.folder, ...zone.may, ...(typeOnly ? (zone.mayAsTypes ?? []) : [])];
      return !allowed.some((folder) => isInside(target, folder));
    });
    expect(wrong.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
  });

  it('name the pure packages only', () => {
    const pure = /^(zod|immer|code-block-writer|@noble\/hashes\/[a-z0-9]+\.js)$/;
    const foreign = sources
      .flatMap(findImports)
      .filter(({ target, isRelative }) => !isRelative && !pure.test(target));
    expect(foreign.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
  });

  it('never go from one service to another', () => {
    const folderOf = (path: string): string | undefined =>
      /^shared\/services\/([^/]+)\/[^/]+$/.exec(path)?.[1];
    const wrong = listSources('shared/services')
      .flatMap(findImports)
      .filter(({ from, target }) => {
        const [own, other] = [folderOf(from), folderOf(target)];
        return own !== undefined && other !== undefined && own !== other;
      });
    expect(wrong.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
  });
});

describe('imports between the processes', () => {
  const targetsOf = (folder: string) => listSources(folder).flatMap(findImports);
  const show = ({ from, target }: { from: string; target: string }): string => `${from} → ${target}`;

  it('go from electron/ to shared/ only', () => {
    const wrong = targetsOf('electron').filter(
      ({ target, isRelative }) => isRelative && !/^(electron|shared|templates)\//.test(target),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('go from renderer/ to shared/ only, and to no Node or Electron module', () => {
    const wrong = targetsOf('renderer').filter(({ target, isRelative }) =>
      isRelative
        ? !/^(renderer|shared|templates)\//.test(target)
        : /^(node:|electron$|electron\/)/.test(target),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('reach the preload interface through app-api.ts alone', () => {
    const users = listSources('renderer').filter((path) => path !== 'renderer/app-api.ts');
    const wrong = users.filter((path) =>
      findImports(path).some(({ target }) => target === 'shared/ipc/contract.ts'),
    );
    expect(wrong).toEqual([]);
  });

  it('keep electron out of the command line', () => {
    const wrong = targetsOf('electron/cli').filter(({ target }) => target === 'electron');
    expect(wrong.map(show)).toEqual([]);
  });
});
