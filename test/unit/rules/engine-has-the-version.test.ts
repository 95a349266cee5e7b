import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { engineHasTheVersion } from '../../../shared/rules/databases/engine-has-the-version.ts';
import { engineMajors } from '../../../shared/services/engine-versions.ts';
import { getService } from '../../../shared/services/registry.ts';
import type { Sketch } from './draw-design.ts';
import { testRule } from './rule-cases.ts';

const version = (service: string, engine: string, engineVersion: string): Sketch => ({
  nodes: { db: [service, { engine, engineVersion }] },
});

testRule(engineHasTheVersion, {
  accepts: {
    'no version': { nodes: { db: 'rds' } },
    'a major version': version('rds', 'postgres', '16'),
    'a minor version': version('rds', 'mysql', '8.0.45'),
    'a release update of Oracle': version('rds', 'oracle-ee', '19.0.0.0.ru-2025-10.rur-2025-10.r1'),
    'a version of Aurora MySQL': version('aurora', 'aurora-mysql', '8.0.mysql_aurora.3.12.0'),
  },
  rejects: [
    {
      because: 'MySQL has no version 16',
      design: version('rds', 'mysql', '16.6'),
      target: 'db',
      property: 'engineVersion',
      message: ['16.6', 'mysql', '8.4'],
      repairs: ['set-engineVersion'],
    },
    {
      because: '1 is not 11',
      design: version('rds', 'postgres', '1'),
      target: 'db',
      property: 'engineVersion',
      message: ['version 1,'],
      repairs: ['set-engineVersion'],
    },
    {
      because: 'Aurora PostgreSQL counts otherwise than Aurora MySQL',
      design: version('aurora', 'aurora-postgresql', '8.0.mysql_aurora.3.12.0'),
      target: 'db',
      property: 'engineVersion',
      message: ['aurora-postgresql'],
      repairs: ['set-engineVersion'],
    },
  ],
});

/** Classes of the library that hold the versions of an engine. */
const classes: Readonly<Record<string, string>> = {
  postgres: 'PostgresEngineVersion',
  mysql: 'MysqlEngineVersion',
  mariadb: 'MariaDbEngineVersion',
  oracle: 'OracleEngineVersion',
  sqlserver: 'SqlServerEngineVersion',
  'aurora-postgresql': 'AuroraPostgresEngineVersion',
  'aurora-mysql': 'AuroraMysqlEngineVersion',
};

const library = createRequire(import.meta.url)('aws-cdk-lib/aws-rds') as Readonly<Record<string, object>>;

/** Every major version that the library knows, the ended ones as well. */
function getLibraryMajors(engine: string): Set<string> {
  const name = classes[engine] ?? classes[engine.split('-')[0] ?? ''] ?? '';
  const versions = Object.values(library[name] ?? {}) as Readonly<Record<string, unknown>>[];
  const majors = versions.flatMap((entry) =>
    Object.entries(entry).flatMap(([key, value]) => (key.endsWith('MajorVersion') ? [String(value)] : [])),
  );
  return new Set(majors);
}

test.each(Object.entries(engineMajors))(
  '%s has versions that the library knows, the latest included',
  (engine, majors) => {
    const known = getLibraryMajors(engine);
    expect(majors.filter((major) => !known.has(major))).toEqual([]);
    const latest = [...known].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
    expect(majors.at(-1)).toBe(latest);
  },
);

test('every engine of the catalogue has its versions', () => {
  const engines = ['rds', 'aurora'].flatMap((id) => {
    const engine = getService(id).properties.find(({ name }) => name === 'engine');
    return engine?.type === 'select' ? engine.options.map(({ value }) => value) : [];
  });
  expect(Object.keys(engineMajors).sort()).toEqual(engines.sort());
});
