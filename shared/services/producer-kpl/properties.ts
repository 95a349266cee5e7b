import { runsOn } from '../producer-role.ts';
import type { PropertyDefinition } from '../property.ts';

export const properties: readonly PropertyDefinition[] = [
  runsOn,
  {
    name: 'recordMaxBufferedTimeMs',
    label: 'Buffer for at most',
    type: 'number',
    default: 100,
    min: 0,
    max: 60_000,
    integer: true,
    unit: 'ms',
    help: 'How long a record may wait for others. It adds to latency; programs that cannot have it use the SDK.',
    group: 'Delivery',
    sources: ['KDS-KPL'],
  },
  {
    name: 'aggregationEnabled',
    label: 'Aggregate records',
    type: 'flag',
    default: true,
    help: 'Packs many small records into one Kinesis record, so that the limit of 1,000 records/s per shard does not bind. Consumers must unpack them; the KCL does.',
    group: 'Delivery',
    sources: ['KDS-KPL', 'N-090'],
  },
  {
    name: 'recordsPerAggregate',
    label: 'Records per aggregate',
    type: 'number',
    default: 20,
    min: 1,
    integer: true,
    unit: 'records',
    help: 'How many records one aggregate holds: about 50 KB over the record size, less when the buffer time ends first.',
    group: 'Simulation',
    assumption: true,
    visibleWhen: { property: 'aggregationEnabled', equals: [true] },
    sources: ['ASSUMPTION', 'KDS-KPL'],
  },
];
