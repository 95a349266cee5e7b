import { type Body, block } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacNeighbour,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { isPolled } from './invocation.ts';

interface Parts {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
}

/** One setting of a mapping under both names; undefined leaves it out. */
type Setting = readonly [
  cloudFormation: string,
  terraform: string,
  value: string | number | boolean | undefined,
];

const number = (edge: IacNeighbour, name: string) =>
  edge.edgeConfig.has(name) ? edge.edgeConfig.number(name) : undefined;
const text = (edge: IacNeighbour, name: string) =>
  edge.edgeConfig.has(name) ? edge.edgeConfig.text(name) : undefined;
const flag = (edge: IacNeighbour, name: string) =>
  edge.edgeConfig.has(name) ? edge.edgeConfig.flag(name) : undefined;

const isEnhanced = (edge: IacNeighbour) => edge.service === 'kds' && text(edge, 'fanOut') === 'enhanced';

function getSettings(edge: IacNeighbour): readonly Setting[] {
  const common: Setting[] = [
    ['BatchSize', 'batch_size', number(edge, 'batchSize')],
    [
      'MaximumBatchingWindowInSeconds',
      'maximum_batching_window_in_seconds',
      // Batches above 10 messages need a window on queues.
      edge.service === 'sqs' && (number(edge, 'batchSize') ?? 10) > 10
        ? Math.max(1, number(edge, 'maximumBatchingWindowInSeconds') ?? 0)
        : number(edge, 'maximumBatchingWindowInSeconds'),
    ],
  ];
  if (edge.service === 'sqs') return common;
  common.push(['StartingPosition', 'starting_position', text(edge, 'startingPosition') ?? 'LATEST']);
  if (edge.service === 'msk') return common;
  return [
    ...common,
    ['ParallelizationFactor', 'parallelization_factor', number(edge, 'parallelizationFactor')],
    ['MaximumRetryAttempts', 'maximum_retry_attempts', number(edge, 'maximumRetryAttempts')],
    [
      'BisectBatchOnFunctionError',
      'bisect_batch_on_function_error',
      flag(edge, 'bisectBatchOnFunctionError'),
    ],
  ];
}

function buildMapping(context: IacContext, edge: IacNeighbour): Parts {
  const settings = getSettings(edge);
  const key = `source-${edge.node}`;
  const source = isEnhanced(edge)
    ? context.own(`consumer-${edge.node}`, 'arn')
    : edge.ref(edge.service === 'dynamodb' ? 'stream-arn' : 'arn');
  const stream = edge.service === 'kds' || edge.service === 'dynamodb';
  const failed =
    stream && context.config.flag('deadLetterQueue') ? context.own('dead-letters', 'arn') : undefined;
  const responses = edge.service === 'msk' ? undefined : ['ReportBatchItemFailures'];
  const concurrency = edge.service === 'sqs' ? number(edge, 'maximumConcurrency') : undefined;
  const topics = edge.service === 'msk' ? [getTopic(edge)] : undefined;
  const cloudFormation: Body = {
    FunctionName: context.own('function', 'arn'),
    EventSourceArn: source,
    ...Object.fromEntries(settings.map(([name, , value]) => [name, value])),
    FunctionResponseTypes: responses,
    ScalingConfig: concurrency === undefined ? undefined : { MaximumConcurrency: concurrency },
    DestinationConfig: failed && { OnFailure: { Destination: failed } },
    Topics: topics,
  };
  const terraform: Body = {
    function_name: context.own('function', 'arn'),
    event_source_arn: source,
    ...Object.fromEntries(settings.map(([, name, value]) => [name, value])),
    function_response_types: responses,
    scaling_config: concurrency === undefined ? undefined : block({ maximum_concurrency: concurrency }),
    destination_config: failed && block({ on_failure: block({ destination_arn: failed }) }),
    topics,
  };
  return {
    cloudFormation: [{ key, type: 'AWS::Lambda::EventSourceMapping', properties: cloudFormation }],
    terraform: [{ key, type: 'aws_lambda_event_source_mapping', arguments: terraform }],
  };
}

const getTopic = (edge: IacNeighbour): string =>
  edge.config.has('topicName') ? edge.config.text('topicName') : 'events';

/** Registered consumer with read throughput of its own. */
function buildConsumer(context: IacContext, edge: IacNeighbour): Parts {
  const name = `${context.physicalName(100)}-reader`;
  const key = `consumer-${edge.node}`;
  return {
    cloudFormation: [
      {
        key,
        type: 'AWS::Kinesis::StreamConsumer',
        properties: { ConsumerName: name, StreamARN: edge.ref('arn') },
      },
    ],
    terraform: [
      { key, type: 'aws_kinesis_stream_consumer', arguments: { name, stream_arn: edge.ref('arn') } },
    ],
  };
}

/** Event source mappings of everything Lambda polls, with the stream consumers they need. */
export function buildEventSources(context: IacContext): Parts {
  const parts = context.incoming
    .filter((edge) => isPolled(edge.service))
    .flatMap((edge) => [
      ...(isEnhanced(edge) ? [buildConsumer(context, edge)] : []),
      buildMapping(context, edge),
    ]);
  return {
    cloudFormation: parts.flatMap((part) => part.cloudFormation),
    terraform: parts.flatMap((part) => part.terraform),
  };
}
