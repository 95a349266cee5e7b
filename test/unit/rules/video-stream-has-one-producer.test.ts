import { videoStreamHasOneProducer } from '../../../shared/rules/processing/video-stream-has-one-producer.ts';
import { testRule } from './rule-cases.ts';

testRule(videoStreamHasOneProducer, {
  accepts: { 'a camera of its own': { nodes: { c: 'camera', v: 'kvs' }, edges: ['c > v'] } },
  rejects: [
    {
      because: 'two cameras',
      design: { nodes: { c: 'camera', d: 'camera', v: 'kvs' }, edges: ['c > v', 'd > v'] },
      target: 'v',
      message: ['“c” and “d”', 'one producer'],
    },
  ],
});
