import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { listNames } from '../wording.ts';

export const replicationHasVersioning = defineEdgeRule({
  id: 'replication-has-versioning',
  codes: ['G-098'],
  severity: 'error',
  category: 'Storage',
  title: 'Buckets that replicate have versioning on at both ends',
  description:
    'S3 replication copies versions. AWS refuses a replication configuration while versioning is off in the source ' +
    'or the destination bucket.',
  sources: ['S3-REP'],
  from: ['s3'],
  to: ['s3'],
  reach: 'ends',
  check: ({ source, target }) => {
    const without = [source, target].filter((bucket) => !bucket.config.flag('versioning'));
    if (without.length === 0) return [];
    return [
      {
        message: `${source.name} replicates to ${target.name}, but versioning is off in ${listNames(without)}. Turn it on in both buckets.`,
        repairs: [
          {
            id: 'turn-versioning-on',
            label: 'Turn versioning on in both buckets',
            safe: false,
            apply: (draft) => {
              for (const bucket of without) setNodeProperty(bucket, 'versioning', true, '').apply(draft);
            },
          },
        ],
      },
    ];
  },
});
