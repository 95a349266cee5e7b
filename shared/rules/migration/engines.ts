import type { NodeView } from '../view/design-view.ts';

/** Families of engines that understand each other's schema. */
const families: readonly [RegExp, string][] = [
  [/postgres/, 'PostgreSQL'],
  [/mysql|mariadb/, 'MySQL'],
  [/oracle/, 'Oracle'],
  [/sqlserver/, 'SQL Server'],
  [/db2/, 'Db2'],
  [/sybase/, 'SAP ASE'],
  [/mongodb|docdb/, 'MongoDB'],
];

/** Property that names the engine, by service. */
const engineProperties = { 'onprem-db': 'engineName', rds: 'engine', aurora: 'engine' } as const;

/** Engine family of a relational database; undefined for anything else. */
export function getEngine(node: NodeView): string | undefined {
  if (node.service === 'mongodb') return 'MongoDB';
  const property = engineProperties[node.service as keyof typeof engineProperties];
  if (property === undefined || !node.config.has(property)) return undefined;
  const engine = node.config.text(property);
  return families.find(([pattern]) => pattern.test(engine))?.[1];
}
