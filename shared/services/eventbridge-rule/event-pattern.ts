import type { Expression } from '../../iac/ir/expression.ts';
import type { IacContext, IacNeighbour } from '../../iac/ir/mapping.ts';

/** Event source, detail type and the field that names the resource, per sending service. */
const senders: Readonly<
  Record<string, { source: string; detailType: string; detail?: (neighbour: IacNeighbour) => Expression }>
> = {
  s3: {
    source: 'aws.s3',
    detailType: 'Object Created',
    detail: (bucket) => {
      const prefix = bucket.edgeConfig.has('prefix') ? bucket.edgeConfig.text('prefix') : '';
      return {
        bucket: { name: [bucket.ref('name')] },
        object: prefix === '' ? undefined : { key: [{ prefix }] },
      };
    },
  },
  'glue-etl': {
    source: 'aws.glue',
    detailType: 'Glue Job State Change',
    detail: (job) => ({ jobName: [job.ref('name')] }),
  },
  'glue-crawler': {
    source: 'aws.glue',
    detailType: 'Glue Crawler State Change',
    detail: (crawler) => ({ crawlerName: [crawler.ref('name')] }),
  },
  'glue-catalog': { source: 'aws.glue', detailType: 'Glue Data Catalog Database State Change' },
  batch: {
    source: 'aws.batch',
    detailType: 'Batch Job State Change',
    detail: (queue) => ({ jobQueue: [queue.ref('arn')] }),
  },
  datasync: { source: 'aws.datasync', detailType: 'DataSync Task Execution State Change' },
  'sm-training': { source: 'aws.sagemaker', detailType: 'SageMaker Training Job State Change' },
  'sm-endpoint': { source: 'aws.sagemaker', detailType: 'SageMaker Endpoint State Change' },
  'bedrock-model': { source: 'aws.bedrock', detailType: 'Batch Inference Job State Change' },
  emr: { source: 'aws.emr', detailType: 'EMR Step Status Change' },
  athena: { source: 'aws.athena', detailType: 'Athena Query State Change' },
  redshift: { source: 'aws.redshift-data', detailType: 'Redshift Data Statement Status Change' },
  'step-functions': {
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    detail: (machine) => ({ stateMachineArn: [machine.ref('arn')] }),
  },
  'cw-alarm': { source: 'aws.cloudwatch', detailType: 'CloudWatch Alarm State Change' },
};

/**
 * The pattern the rule matches: the designer's own JSON, else what the connected senders publish,
 * else the events of the design's own applications.
 */
export function buildEventPattern(context: IacContext): Expression {
  const written = context.config.text('eventPattern').trim();
  if (written !== '') {
    const parsed = parseObject(written);
    if (parsed) return parsed;
  }
  const known = context.incoming.flatMap((edge) => {
    const sender = senders[edge.service];
    return sender ? [{ edge, sender }] : [];
  });
  const [first] = known;
  if (!first) return { source: [`custom.${context.physicalName(40)}`] };
  const same = known.every(
    ({ sender }) => sender.source === first.sender.source && sender.detailType === first.sender.detailType,
  );
  const detail = known.length === 1 ? first.sender.detail?.(first.edge) : undefined;
  return {
    source: [...new Set(known.map(({ sender }) => sender.source))],
    'detail-type': [...new Set(known.map(({ sender }) => sender.detailType))],
    ...(same && detail !== undefined && { detail }),
  };
}

function parseObject(text: string): Expression | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Expression)
      : undefined;
  } catch {
    return undefined;
  }
}
