import type { PropertyDefinition } from '../property.ts';

export const properties: readonly PropertyDefinition[] = [
  {
    name: 'protocol',
    label: 'Source',
    type: 'select',
    default: 'RTSP',
    options: [
      { value: 'RTSP', label: 'RTSP camera', help: 'A gateway with the producer SDK forwards the stream.' },
      { value: 'SDK', label: 'Device with the producer SDK' },
      { value: 'AUDIO', label: 'Microphone or other audio feed' },
    ],
    help: 'How media is produced. Every producer needs a video stream of its own.',
    group: 'General',
    sources: ['KVS-PROD', 'N-136'],
  },
  {
    name: 'bufferSeconds',
    label: 'Local buffer',
    type: 'number',
    default: 60,
    min: 0,
    max: 3600,
    unit: 's',
    help: 'How long the device keeps frames it cannot send; older frames are lost.',
    group: 'Simulation',
    assumption: true,
    sources: ['ASSUMPTION'],
  },
  {
    name: 'uplinkBytesPerSecond',
    label: 'Uplink',
    type: 'number',
    default: 1_250_000,
    min: 1,
    max: 1_250_000_000,
    unit: 'B/s',
    help: 'Bandwidth from the site to AWS; 1,250,000 B/s are 10 Mbps.',
    group: 'Simulation',
    assumption: true,
    sources: ['ASSUMPTION'],
  },
];
