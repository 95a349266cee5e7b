import type { Configuration } from '../configuration.ts';
import { type EngineFamily, getEngineFamily } from '../database-address.ts';

/** Parameters that make an engine keep the log change capture reads; none where none are needed. */
const captureParameters: Partial<Record<EngineFamily, Readonly<Record<string, string>>>> = {
  postgres: { 'rds.logical_replication': '1' },
  mysql: { binlog_format: 'ROW', binlog_row_image: 'full' },
};

const logExports: Partial<Record<EngineFamily, readonly string[]>> = {
  postgres: ['postgresql', 'upgrade'],
  mysql: ['error', 'slowquery'],
  oracle: ['alert', 'listener'],
  sqlserver: ['error'],
};

/** Major versions a parameter group is made for while the designer names none. */
const defaultMajors: Readonly<Record<string, string>> = { postgres: '17', mysql: '8.4', mariadb: '11.4' };

/** A parameter group for change capture: its family and settings. */
export interface CaptureGroup {
  family: string;
  engineVersion: string;
  parameters: Readonly<Record<string, string>>;
}

/** The group the engine needs so that changes can be read, if it takes one. */
export function findCaptureGroup(config: Configuration): CaptureGroup | undefined {
  const engine = config.text('engine');
  const parameters = captureParameters[getEngineFamily(engine)];
  const fallback = defaultMajors[engine];
  if (!parameters || fallback === undefined) return undefined;
  const version = config.text('engineVersion') || fallback;
  // PostgreSQL families carry one number, MySQL and MariaDB families two.
  const major = version
    .split('.')
    .slice(0, engine === 'postgres' ? 1 : 2)
    .join('.');
  return { family: `${engine}${major}`, engineVersion: version, parameters };
}

/** Logs of the engine that CloudWatch can take. */
export function getLogExports(config: Configuration): readonly string[] {
  return config.flag('exportLogs') ? (logExports[getEngineFamily(config.text('engine'))] ?? []) : [];
}

/** Feature under which the engine uses a role to read or write buckets or call functions. */
export function findRoleFeature(
  config: Configuration,
  use: 'import' | 'export' | 'invoke',
): string | undefined {
  const family = getEngineFamily(config.text('engine'));
  if (family === 'postgres') return { import: 's3Import', export: 's3Export', invoke: 'Lambda' }[use];
  return (family === 'oracle' || family === 'sqlserver') && use !== 'invoke' ? 'S3_INTEGRATION' : undefined;
}
