import { messageFitsBroker } from '../../../shared/rules/messaging/message-fits-broker.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (sender: string, broker: string, kibibytes: number): Sketch => ({
  nodes: { p: sender, b: broker },
  edges: [['p > b', {}, 'data']],
  workloads: [{ node: 'p', recordSizeBytes: kibibytes * 1024 }],
});

testRule(messageFitsBroker, {
  accepts: {
    '1 MiB in a queue': sketch('producer-sdk', 'sqs', 1024),
    '256 KiB in a topic': sketch('producer-sdk', 'sns', 256),
    'events that name a large object': sketch('s3', 'sqs', 5000),
  },
  rejects: [
    {
      because: '512 KiB in a topic',
      design: sketch('producer-sdk', 'sns', 512),
      target: 'b',
      message: ['512 KiB', 'accepts 256 KiB'],
    },
    {
      because: '200 KiB over MQTT',
      design: sketch('mqtt-device', 'iot-core', 200),
      target: 'b',
      message: ['200 KiB', 'accepts 128 KiB'],
    },
    {
      because: 'large input of code that may send less, more gently',
      design: sketch('ec2', 'sqs', 2048),
      target: 'b',
      severity: 'warning',
      message: ['2,048 KiB', '1,024 KiB'],
    },
  ],
});
