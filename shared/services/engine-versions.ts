/**
 * Major versions that a new database of an engine can have, extended support included.
 * Source: CDK (versions of the RDS library that are not deprecated).
 */
export const engineMajors: Readonly<Record<string, readonly string[]>> = {
  postgres: ['11', '12', '13', '14', '15', '16', '17', '18'],
  mysql: ['5.7', '8.0', '8.4'],
  mariadb: ['10.5', '10.6', '10.11', '11.4', '11.8'],
  'oracle-se2': ['19', '21'],
  'oracle-ee': ['19', '21'],
  'sqlserver-ex': ['14.00', '15.00', '16.00'],
  'sqlserver-web': ['14.00', '15.00', '16.00'],
  'sqlserver-se': ['14.00', '15.00', '16.00'],
  'sqlserver-ee': ['14.00', '15.00', '16.00'],
  'aurora-postgresql': ['11', '12', '13', '14', '15', '16', '17', '18'],
  'aurora-mysql': ['5.7', '8.0'],
};

/** Whether the engine has the version: a major one by itself, or one followed by what is minor in it. */
export function hasEngineVersion(engine: string, version: string): boolean {
  return (engineMajors[engine] ?? []).some((major) => version === major || version.startsWith(`${major}.`));
}
