import { type Expression, text } from '../iac/ir/expression.ts';
import type { IacEdgeEnd } from '../iac/ir/mapping.ts';

/** Families of database engines, as far as drivers and ports tell them apart. */
export type EngineFamily = 'postgres' | 'mysql' | 'oracle' | 'sqlserver' | 'db2' | 'mongodb' | 'redshift';

const ports: Readonly<Record<EngineFamily, number>> = {
  postgres: 5432,
  mysql: 3306,
  oracle: 1521,
  sqlserver: 1433,
  db2: 50_000,
  mongodb: 27_017,
  redshift: 5439,
};

/** Family of an engine name as RDS, Aurora or DMS spell it. */
export function getEngineFamily(engine: string): EngineFamily {
  if (engine.includes('postgres')) return 'postgres';
  if (engine.startsWith('oracle')) return 'oracle';
  if (engine.startsWith('sqlserver')) return 'sqlserver';
  if (engine.startsWith('db2')) return 'db2';
  if (engine.startsWith('mongo')) return 'mongodb';
  if (engine.startsWith('redshift')) return 'redshift';
  return 'mysql';
}

/** Port the engine listens on by default. */
export function getDefaultPort(engine: string): number {
  return ports[getEngineFamily(engine)];
}

/** Where a database node listens and how a JDBC driver finds it. */
export interface DatabaseAddress {
  family: EngineFamily;
  host: Expression;
  port: number;
  database: string;
  jdbcUrl: Expression;
  isMongo: boolean;
}

/** Address of a database at the far end of an edge: from its resource, or as the designer typed it. */
export function getDatabaseAddress(neighbour: IacEdgeEnd): DatabaseAddress {
  const { config } = neighbour;
  const read = (name: string, fallback: string): string => (config.has(name) ? config.text(name) : fallback);
  const engine = read('engine', read('engineName', neighbour.service));
  const family = getEngineFamily(engine);
  const typed = config.has('serverName');
  const host = typed ? config.text('serverName') : neighbour.ref('endpoint');
  const port = config.has('port') && config.number('port') > 0 ? config.number('port') : ports[family];
  const database = read('dbName', read('databaseName', read('dbname', ''))) || defaultDatabase(family);
  return {
    family,
    host,
    port,
    database,
    jdbcUrl: buildUrl(family, host, port, database),
    isMongo: family === 'mongodb',
  };
}

function defaultDatabase(family: EngineFamily): string {
  if (family === 'postgres') return 'postgres';
  if (family === 'redshift') return 'dev';
  return family === 'oracle' ? 'ORCL' : family === 'sqlserver' ? 'master' : 'mysql';
}

function buildUrl(family: EngineFamily, host: Expression, port: number, database: string): Expression {
  switch (family) {
    case 'postgres':
      return text('jdbc:postgresql://', host, `:${port}/${database}`);
    case 'redshift':
      return text('jdbc:redshift://', host, `:${port}/${database}`);
    case 'oracle':
      return text('jdbc:oracle:thin://@', host, `:${port}/${database}`);
    case 'sqlserver':
      return text('jdbc:sqlserver://', host, `:${port};databaseName=${database}`);
    case 'db2':
      return text('jdbc:db2://', host, `:${port}/${database}`);
    case 'mongodb':
      return text('mongodb://', host, `:${port}/${database}`);
    case 'mysql':
      return text('jdbc:mysql://', host, `:${port}/${database}`);
  }
}
