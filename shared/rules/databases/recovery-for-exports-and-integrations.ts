import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const recoveryForExportsAndIntegrations = defineEdgeRule({
  id: 'recovery-for-exports-and-integrations',
  codes: ['G-099'],
  severity: 'error',
  category: 'Storage',
  title: 'A table that is exported or replicated has point-in-time recovery',
  description:
    'The export to S3 and the zero-ETL integrations read the continuous backup of the table. AWS refuses both while ' +
    'point-in-time recovery is off.',
  sources: ['DDB-EXP', 'DDB-RS'],
  from: ['dynamodb'],
  to: ['s3', 'redshift', 'opensearch'],
  reach: 'ends',
  check: ({ source, target }) =>
    source.config.flag('pointInTimeRecovery')
      ? []
      : [
          {
            message: `${source.name} goes to ${target.name} from its continuous backup, but point-in-time recovery is off. Turn it on.`,
            targets: [
              { kind: 'node', id: source.id, property: 'pointInTimeRecovery' },
              { kind: 'node', id: target.id },
            ],
            repairs: [setNodeProperty(source, 'pointInTimeRecovery', true, 'Turn point-in-time recovery on')],
          },
        ],
});
