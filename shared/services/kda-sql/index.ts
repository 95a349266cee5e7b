import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const kdaSql = defineService({
  id: 'kda-sql',
  displayName: 'Amazon Kinesis Data Analytics for SQL Applications',
  shortName: 'Kinesis Analytics SQL',
  category: 'Streaming',
  summary: 'Ran SQL on streams, with anomaly and hotspot functions. Deleted by AWS; shown for old designs.',
  keywords: ['kinesis analytics', 'sql', 'random cut forest', 'hotspots', 'anomaly', 'legacy'],
  docsUrl: 'https://docs.aws.amazon.com/kinesisanalytics/latest/dev/discontinuation.html',
  icon: { glyph: 'database-zap' },
  lifecycle: {
    status: 'retired',
    note: 'New applications were blocked from 2025-10-15; AWS deletes existing ones from 2026-01-27.',
    since: '2026-01-27',
    successor: 'msf',
    sources: ['KDA-DISC', 'KDA-EOL'],
  },
  ports: throughPorts,
  properties,
  facts: ['analysis'],
  limits,
  simulation,
  iac,
});
