import { defineService } from '../define-service.ts';
import { producerPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const camera = defineService({
  id: 'camera',
  displayName: 'Camera',
  shortName: 'Camera',
  category: 'Producers and on-premises',
  summary: 'Produces video or audio and sends it to a Kinesis video stream of its own.',
  keywords: ['video', 'rtsp', 'audio', 'security camera', 'smartphone', 'deeplens', 'producer'],
  docsUrl: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/producer-sdk.html',
  icon: { glyph: 'cctv' },
  lifecycle: { status: 'available' },
  ports: producerPorts,
  properties,
  facts: ['protocol'],
  limits,
  simulation,
  iac,
});
