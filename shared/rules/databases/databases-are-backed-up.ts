import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

/** How each service keeps backups: the property and a value that turns them on. */
const backups: Readonly<Record<string, { property: string; value: number | boolean }>> = {
  rds: { property: 'backupRetentionPeriod', value: 7 },
  aurora: { property: 'backupRetentionPeriod', value: 7 },
  redshift: { property: 'automatedSnapshotRetentionPeriod', value: 7 },
  dynamodb: { property: 'pointInTimeRecovery', value: true },
  keyspaces: { property: 'pointInTimeRecoveryEnabled', value: true },
  efs: { property: 'backups', value: true },
  fsx: { property: 'automaticBackupRetentionDays', value: 7 },
};

export const databasesAreBackedUp = defineNodeRule({
  id: 'databases-are-backed-up',
  severity: 'warning',
  category: 'Data loss',
  title: 'Databases and file systems keep backups',
  description:
    'Replicas repeat a mistaken DELETE within milliseconds; only a backup brings the rows back. Without automatic ' +
    'backups point-in-time recovery and change capture of RDS do not work either.',
  sources: ['RDS-Q', 'DDB-Q'],
  services: Object.keys(backups),
  reach: 'own',
  check: (node) => {
    const backup = backups[node.service];
    if (!backup || !node.config.has(backup.property)) return [];
    const value = node.config.value(backup.property);
    if (value !== 0 && value !== false) return [];
    return [
      {
        message: `${node.name} keeps no backups. Turn them on.`,
        property: backup.property,
        repairs: [setNodeProperty(node, backup.property, backup.value, 'Keep backups')],
      },
    ];
  },
});
