import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { getEngine } from './engines.ts';

/** What the source has to write to its log, by engine (DMS-SRC). */
const preparations: Readonly<Record<string, string>> = {
  PostgreSQL: 'logical replication (rds.logical_replication = 1, wal_level = logical)',
  MySQL: 'the binary log in ROW format, kept long enough',
  Oracle: 'ARCHIVELOG mode and supplemental logging',
  'SQL Server': 'the full recovery model and MS-CDC or MS-REPLICATION',
};

export const changeCaptureIsPrepared = defineNodeRule({
  id: 'change-capture-is-prepared',
  codes: ['G-069'],
  severity: 'error',
  category: 'Migration',
  title: 'The source of ongoing replication writes the log that DMS reads',
  description:
    'DMS reads changes from the log of the source. Without the right log settings the task fails after the full ' +
    'load, or misses changes.',
  sources: ['DMS-SRC', 'N-208'],
  services: ['dms'],
  reach: 'neighbours',
  check: (node) => {
    if (node.config.text('migrationType') === 'full-load') return [];
    return node.incoming
      .map((edge) => edge.source)
      .filter((source) => source.config.has('changeCapture') && source.config.text('changeCapture') === 'OFF')
      .map((source) => {
        const engine = getEngine(source) ?? 'the engine';
        return {
          message: `${node.name} replicates changes of ${source.name}, where change capture is off. ${engine} needs ${preparations[engine] ?? 'its change log turned on'}.`,
          targets: [{ kind: 'node' as const, id: source.id, property: 'changeCapture' }],
          part: node.id,
          repairs: [setNodeProperty(source, 'changeCapture', 'ON', 'Turn change capture on')],
        };
      });
  },
});
