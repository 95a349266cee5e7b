import { defineService } from '../define-service.ts';
import { dataIn, dataOut } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const kinesisAgent = defineService({
  id: 'kinesis-agent',
  displayName: 'Amazon Kinesis Agent',
  shortName: 'Kinesis Agent',
  category: 'Producers and on-premises',
  summary: 'A ready-made Java program that follows log files on a host and sends their lines to a stream.',
  keywords: ['agent', 'log files', 'tail', 'application log', 'producer'],
  docsUrl: 'https://docs.aws.amazon.com/streams/latest/dev/writing-with-agents.html',
  icon: { glyph: 'file-text' },
  lifecycle: { status: 'available' },
  // The input is the file store whose log files it tails.
  ports: [dataIn, dataOut],
  properties,
  facts: ['filePattern', 'maxBufferAgeMs'],
  limits,
  simulation,
  iac,
});
