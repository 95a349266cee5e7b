import { defineEdgeRule } from '../define-rule.ts';
import type { EdgeView } from '../view/design-view.ts';
import { getRegionOf } from '../view/design-view.ts';

/** Pairs whose mechanism works inside one Region only (`*` stands for any service). */
const sameRegionOnly: readonly (readonly [string, string])[] = [
  ['s3', 'lambda'],
  ['s3', 'sqs'],
  ['s3', 'sns'],
  ['s3', 'fsx'],
  ['fsx', 's3'],
  ['kds', 'firehose'],
  ['msk', 'firehose'],
  ['kds', 'lambda'],
  ['dynamodb', 'lambda'],
  ['sqs', 'lambda'],
  ['kvs', 's3'],
  ['dms', 'redshift'],
  ['eventbridge-pipe', 'eventbridge-rule'],
];

export const sameRegion = defineEdgeRule({
  id: 'same-region',
  codes: ['G-042', 'G-057', 'G-070'],
  severity: 'error',
  category: 'Network',
  title: 'Services that connect inside one Region only are in the same Region',
  description:
    'Event notifications, event-source mappings, Firehose sources, image delivery and data repositories name a ' +
    'resource of their own Region. AWS refuses one of another Region; replication or an event bus carries data across.',
  sources: ['S3-EVT', 'DMS-RS', 'KVS-IMG', 'FH-SRC'],
  reach: 'ends',
  check: (edge, view) => {
    const from = getRegionOf(edge.source, view);
    const to = getRegionOf(edge.target, view);
    if (from === to || !isLocal(edge)) return [];
    return [
      {
        message: `${edge.source.name} is in ${from}, ${edge.target.name} in ${to}; this connection works inside one Region only. Move one of them, or carry the data across with replication or an event bus.`,
      },
    ];
  },
});

function isLocal(edge: EdgeView): boolean {
  return sameRegionOnly.some(([from, to]) => edge.source.service === from && edge.target.service === to);
}
