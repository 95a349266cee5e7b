import { findFittingClass } from '../../services/rds/instance-classes.ts';
import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const engineRunsOnTheClass = defineNodeRule({
  id: 'engine-runs-on-the-class',
  severity: 'error',
  category: 'Lifecycle of services',
  title: 'A database has an instance class that its engine runs on',
  description:
    'PostgreSQL, MySQL and MariaDB run on Graviton; Oracle Database and SQL Server are built for Intel only. ' +
    'Standard Edition 2 of Oracle Database may use 16 threads at most, so that RDS offers no larger classes for it.',
  sources: ['RDS-CLASS'],
  services: ['rds'],
  reach: 'own',
  check: (node) => {
    const engine = node.config.text('engine');
    const instanceClass = node.config.text('dbInstanceClass');
    const fitting = findFittingClass(engine, instanceClass);
    if (fitting === undefined) return [];
    return [
      {
        message: `${node.name} runs ${engine} on ${instanceClass}, which RDS does not offer for it. Use a class like ${fitting}.`,
        property: 'dbInstanceClass',
        repairs: [setNodeProperty(node, 'dbInstanceClass', fitting, `Use ${fitting}`)],
      },
    ];
  },
});
