import type { Design } from '../../../shared/graph/design.ts';
import { buildDesign } from '../../unit/iac/designs.ts';

/**
 * What templates do not draw: containers that choose the network, and what runs leave in a design: values with
 * what they were sized for, and alarms.
 */
export function getNetworkDesign(): Design {
  const run = { scenario: 'Black Friday', seed: 7 };
  const design = buildDesign(
    [
      {
        id: 'clicks',
        service: 'kds',
        name: 'Clicks',
        properties: { shardCount: 8 },
        sizing: { shardCount: { value: 8, demand: '7,000 records/s at the peak', ...run } },
        alarms: [
          {
            metric: 'WriteProvisionedThroughputExceeded',
            limit: 'Shard write limit, 1 MB/s or 1,000 records/s',
            peakUtilization: 0.93,
            ...run,
          },
        ],
      },
      { id: 'enrich', service: 'lambda', name: 'Enrich', container: 'app-tier' },
      { id: 'orders-db', service: 'rds', name: 'Orders', container: 'data-tier', notes: 'Owned by the shop.' },
      { id: 'profiles', service: 'elasticache', name: 'Profiles', container: 'data-tier' },
      { id: 'archive', service: 's3', name: 'Archive' },
    ],
    [
      { source: 'clicks', target: 'enrich' },
      { source: 'enrich', target: 'orders-db' },
      { source: 'enrich', target: 'profiles' },
      { source: 'enrich', target: 'archive' },
    ],
    'Orders in a VPC',
  );
  return {
    ...design,
    containers: [
      { id: 'production', kind: 'vpc', name: 'Production', properties: {} },
      { id: 'app-tier', kind: 'subnet', name: 'App tier', parent: 'production', properties: {} },
      { id: 'data-tier', kind: 'subnet', name: 'Data tier', parent: 'production', properties: {} },
    ],
  };
}
