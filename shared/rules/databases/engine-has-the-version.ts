import { engineMajors, hasEngineVersion } from '../../services/engine-versions.ts';
import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const engineHasTheVersion = defineNodeRule({
  id: 'engine-has-the-version',
  severity: 'error',
  category: 'Lifecycle of services',
  title: 'A database names a version that its engine has',
  description:
    'Engine and version are chosen apart, but RDS creates a database of a version of that engine only: PostgreSQL ' +
    'counts 16 and 17, MySQL 8.0 and 8.4. Neither CloudFormation nor Terraform notices before the deployment fails.',
  sources: ['CDK'],
  services: ['rds', 'aurora'],
  reach: 'own',
  check: (node) => {
    const engine = node.config.text('engine');
    const version = node.config.text('engineVersion');
    const majors = engineMajors[engine];
    // Without one AWS takes its default; unknown engines are for the rule on values.
    if (version === '' || majors === undefined || hasEngineVersion(engine, version)) return [];
    return [
      {
        message: `${node.name} asks for version ${version}, but ${engine} has ${majors.join(', ')}. Choose one of them, or none for the default.`,
        property: 'engineVersion',
        repairs: [setNodeProperty(node, 'engineVersion', '', 'Take the default version')],
      },
    ];
  },
});
