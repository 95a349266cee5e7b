import type { Expression } from '../iac/ir/expression.ts';
import type { IacEdgeEnd } from '../iac/ir/mapping.ts';
import type { Configuration } from './configuration.ts';

/** One CloudWatch metric. */
export interface Metric {
  namespace: string;
  name: string;
  statistic: string;
  dimensions: readonly { name: string; value: Expression }[];
}

/** Metrics that AWS publishes by itself and that say first that a pipeline falls behind. */
const published: Readonly<Record<string, Omit<Metric, 'dimensions'> & { dimension: string }>> = {
  kds: {
    namespace: 'AWS/Kinesis',
    name: 'GetRecords.IteratorAgeMilliseconds',
    statistic: 'Maximum',
    dimension: 'StreamName',
  },
  msf: {
    namespace: 'AWS/KinesisAnalytics',
    name: 'millisBehindLatest',
    statistic: 'Maximum',
    dimension: 'Application',
  },
  'sm-endpoint': {
    namespace: 'AWS/SageMaker',
    name: 'ModelLatency',
    statistic: 'Average',
    dimension: 'EndpointName',
  },
};

/** The metric a metrics node stands for: the designer's own, or the first one its source publishes. */
export function getMetric(config: Configuration, sources: readonly IacEdgeEnd[]): Metric {
  const source = sources.find((edge) => edge.service in published);
  const known = source && published[source.service];
  if (source && known && !config.isSet('metricName')) {
    return {
      namespace: known.namespace,
      name: known.name,
      statistic: known.statistic,
      dimensions: [{ name: known.dimension, value: source.ref('name') }],
    };
  }
  return {
    namespace: config.text('namespace'),
    name: config.text('metricName'),
    statistic: config.text('statistic'),
    dimensions: Object.entries(config.map('dimensions')).map(([name, value]) => ({ name, value })),
  };
}
