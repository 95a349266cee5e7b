import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const kvs = defineService({
  id: 'kvs',
  displayName: 'Amazon Kinesis Video Streams',
  shortName: 'Kinesis Video Streams',
  category: 'Streaming',
  summary: 'Takes video and other media from one producer, keeps it and lets consumers and players read it.',
  keywords: ['video', 'camera', 'rtsp', 'media', 'hls', 'playback', 'webrtc'],
  docsUrl: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/what-is-kinesis-video.html',
  icon: { aws: 'architecture-service/AmazonKinesisVideoStreams.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['dataRetentionInHours', 'mediaType', 'fragmentSeconds'],
  limits,
  simulation,
  iac,
});
