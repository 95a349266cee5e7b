import { defineNodeRule } from '../define-rule.ts';
import { carriesRecords } from '../view/estimate-flows.ts';
import { listNames } from '../wording.ts';

export const videoStreamHasOneProducer = defineNodeRule({
  id: 'video-stream-has-one-producer',
  codes: ['G-010'],
  severity: 'error',
  category: 'Processing',
  title: 'A video stream has one producer',
  description:
    'The fragments of a Kinesis video stream form one recording in time. Two producers would mix their frames; give ' +
    'each camera a stream of its own.',
  sources: ['N-136', 'KVS-PROD'],
  services: ['kvs'],
  reach: 'neighbours',
  check: (node) => {
    const producers = node.incoming.filter((edge) => carriesRecords(edge)).map((edge) => edge.source);
    if (producers.length < 2) return [];
    return [
      {
        message: `${listNames(producers)} all write to the video stream ${node.name}; one producer is allowed. Add a video stream for each.`,
      },
    ];
  },
});
