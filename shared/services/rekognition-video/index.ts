import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const rekognitionVideo = defineService({
  id: 'rekognition-video',
  displayName: 'Amazon Rekognition Video',
  shortName: 'Rekognition Video',
  category: 'Machine learning',
  summary:
    'Finds faces, labels and events in stored videos and, for existing customers, in live video streams.',
  keywords: ['face', 'label', 'detection', 'video analysis', 'surveillance', 'computer vision'],
  docsUrl: 'https://docs.aws.amazon.com/rekognition/latest/dg/video.html',
  icon: { aws: 'resource/AmazonRekognitionVideo.svg' },
  lifecycle: {
    status: 'closed',
    note: 'Streaming video analysis (stream processors) has been closed to new customers since 2026-04-30; analysis of stored video stays. Read live streams with a Fargate service instead.',
    since: '2026-04-30',
    successor: 'ecs-fargate',
    sources: ['REK-EOL'],
  },
  ports: throughPorts,
  properties,
  facts: ['analysis'],
  limits,
  simulation,
  iac,
});
