import type { Source } from './source.ts';
import { defineSources } from './source-list.ts';

/** Pages on the metrics that services publish; names and dimensions are checked against the types of the CDK. */
export const metricSources: readonly Source[] = [
  ...defineSources('2026-11-25', [
    [
      'FH-CW',
      'Firehose: Implement best practices with CloudWatch alarms',
      '/firehose/latest/dev/firehose-cloudwatch-metrics-best-practices.html',
    ],
  ]),
  ...defineSources(
    '2026-11-25',
    [
      [
        'KDS-CW',
        'Monitor the Kinesis Data Streams service with CloudWatch',
        '/streams/latest/dev/monitoring-with-cloudwatch.html',
      ],
      ['LA-CW', 'Types of metrics for Lambda functions', '/lambda/latest/dg/monitoring-metrics-types.html'],
      [
        'DDB-CW',
        'DynamoDB metrics and dimensions',
        '/amazondynamodb/latest/developerguide/metrics-dimensions.html',
      ],
      [
        'SFN-CW',
        'Monitoring Step Functions metrics using CloudWatch',
        '/step-functions/latest/dg/procedure-cw-metrics.html',
      ],
    ],
    'located',
  ),
];
