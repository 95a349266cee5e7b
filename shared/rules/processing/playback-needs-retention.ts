import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { carriesRecords } from '../view/estimate-flows.ts';
import { listNames } from '../wording.ts';

/** These read what the stream keeps, not the frames of this moment. */
const readersOfStored = new Set(['user-app', 'sm-training', 's3', 'batch']);

export const playbackNeedsRetention = defineNodeRule({
  id: 'playback-needs-retention',
  codes: ['G-038'],
  severity: 'error',
  category: 'Processing',
  title: 'Playback and extraction of video have something to read',
  description:
    'With a retention of 0 hours a video stream keeps nothing: HLS and DASH playback, clips, images and batch readers ' +
    'find no fragments.',
  sources: ['KVS-API', 'KVS-HLS', 'N-137', 'N-139'],
  services: ['kvs'],
  reach: 'neighbours',
  check: (node) => {
    if (node.config.number('dataRetentionInHours') > 0) return [];
    const readers = node.outgoing
      .filter((edge) => carriesRecords(edge) && readersOfStored.has(edge.target.service))
      .map((edge) => edge.target);
    if (readers.length === 0) return [];
    return [
      {
        message: `${listNames(readers)} read stored video of ${node.name}, which keeps it for 0 hours; at least 1 hour is required.`,
        property: 'dataRetentionInHours',
        repairs: [setNodeProperty(node, 'dataRetentionInHours', 24, 'Keep video for 24 hours')],
      },
    ];
  },
});
