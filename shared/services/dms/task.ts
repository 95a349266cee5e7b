import type { IacContext } from '../../iac/ir/mapping.ts';

const relational = new Set(['rds', 'aurora', 'redshift', 'onprem-db']);

/** Selection rules: which tables the task moves. */
export function getTableMappings(context: IacContext) {
  return {
    rules: context.config.rows('tables').map((row, index) => ({
      'rule-type': 'selection',
      'rule-id': String(index + 1),
      'rule-name': `selection-${index + 1}`,
      'object-locator': { 'schema-name': row.text('schema'), 'table-name': row.text('table') },
      'rule-action': row.text('action'),
    })),
  };
}

/** Task settings that differ from what DMS fills in by itself. */
export function getTaskSettings(context: IacContext, target: string) {
  const { config } = context;
  const lobSize = config.number('lobMaxSize');
  return {
    TargetMetadata: {
      SupportLobs: true,
      FullLobMode: lobSize === 0,
      LimitedSizeLobMode: lobSize > 0,
      LobMaxSize: lobSize,
    },
    FullLoadSettings: {
      TargetTablePrepMode: config.text('targetTablePrepMode'),
      MaxFullLoadSubTasks: config.number('maxFullLoadSubTasks'),
      CommitRate: config.number('commitRate'),
      TransactionConsistencyTimeout: 600,
    },
    Logging: { EnableLogging: config.flag('enableLogging') },
    ValidationSettings: { EnableValidation: config.flag('enableValidation') && relational.has(target) },
  };
}
