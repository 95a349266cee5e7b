import { engineRunsOnTheClass } from '../../../shared/rules/databases/engine-runs-on-the-class.ts';
import type { Sketch } from './draw-design.ts';
import { testRule } from './rule-cases.ts';

const run = (engine: string, dbInstanceClass: string): Sketch => ({
  nodes: { db: ['rds', { engine, dbInstanceClass }] },
});

testRule(engineRunsOnTheClass, {
  accepts: {
    'the default': { nodes: { db: 'rds' } },
    'MySQL on Graviton': run('mysql', 'db.r7g.16xlarge'),
    'Oracle on Intel': run('oracle-ee', 'db.r6i.16xlarge'),
    'Standard Edition 2 with 16 threads': run('oracle-se2', 'db.m6i.4xlarge'),
    'SQL Server on Intel': run('sqlserver-ex', 'db.t3.micro'),
  },
  rejects: [
    {
      because: 'Oracle has no build for Graviton',
      design: run('oracle-ee', 'db.r7g.4xlarge'),
      target: 'db',
      property: 'dbInstanceClass',
      message: ['oracle-ee', 'db.r7g.4xlarge', 'db.r6i.4xlarge'],
      repairs: ['set-dbInstanceClass'],
    },
    {
      because: 'nor has SQL Server',
      design: run('sqlserver-se', 'db.t4g.large'),
      target: 'db',
      property: 'dbInstanceClass',
      message: ['db.t3.large'],
      repairs: ['set-dbInstanceClass'],
    },
    {
      because: 'Standard Edition 2 uses 16 threads at most',
      design: run('oracle-se2', 'db.m7g.8xlarge'),
      target: 'db',
      property: 'dbInstanceClass',
      message: ['db.m6i.4xlarge'],
      repairs: ['set-dbInstanceClass'],
    },
  ],
});
