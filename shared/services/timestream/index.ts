import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const timestream = defineService({
  id: 'timestream',
  displayName: 'Amazon Timestream',
  shortName: 'Timestream',
  category: 'Databases',
  summary: 'Time-series database: LiveAnalytics, or InfluxDB as a managed instance.',
  keywords: ['time series', 'influxdb', 'metrics', 'sensor', 'iot'],
  docsUrl: 'https://docs.aws.amazon.com/timestream/latest/developerguide/what-is-timestream.html',
  icon: { aws: 'architecture-service/AmazonTimestream.svg' },
  lifecycle: {
    status: 'closed',
    note: 'LiveAnalytics takes no new customers since 20 June 2025; set the deployment to InfluxDB, which is open.',
    since: '2025-06-20',
    sources: ['TS-AVAIL', 'TS-EOL'],
  },
  ports: throughPorts,
  properties,
  facts: ['deployment', 'tableName'],
  limits,
  simulation,
  iac,
});
