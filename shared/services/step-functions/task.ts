import { type Expression, pseudo, text, variable } from '../../iac/ir/expression.ts';
import type { IacNeighbour } from '../../iac/ir/mapping.ts';
import { getInvocationArn } from '../bedrock-model-arn.ts';
import { buildProcessingRequest, buildTransformRequest, type JobView } from '../sagemaker-requests.ts';
import { buildTrainingRequest, getJobImageName } from '../training-request.ts';

/** A service integration: what follows `arn:…:states:::`, and its parameters. */
interface Integration {
  action: string;
  /** Has a `.sync` form that waits for the job; Express workflows cannot use it. */
  waits?: boolean;
  parameters: Readonly<Record<string, Expression>>;
}

/** How a state machine calls each service; undefined when it cannot (SFN-OPT, SFN-SDK). */
function getIntegration(neighbour: IacNeighbour, name: string): Integration | undefined {
  const input = { 'Payload.$': '$' };
  switch (neighbour.service) {
    case 'lambda':
      return { action: 'lambda:invoke', parameters: { FunctionName: neighbour.ref('arn'), ...input } };
    case 'batch':
      return {
        action: 'batch:submitJob',
        waits: true,
        parameters: {
          JobName: name,
          JobQueue: neighbour.ref('arn'),
          JobDefinition: neighbour.refTo('definition', 'arn'),
        },
      };
    case 'glue-etl':
      return { action: 'glue:startJobRun', waits: true, parameters: { JobName: neighbour.ref('name') } };
    case 'glue-crawler':
      return { action: 'aws-sdk:glue:startCrawler', parameters: { Name: neighbour.ref('name') } };
    case 'ecs-fargate':
      return {
        action: 'ecs:runTask',
        waits: true,
        parameters: {
          LaunchType: 'FARGATE',
          Cluster: neighbour.refTo('cluster', 'arn'),
          TaskDefinition: neighbour.refTo('task-definition', 'arn'),
        },
      };
    case 'athena':
      return {
        action: 'athena:startQueryExecution',
        waits: true,
        parameters: { 'QueryString.$': '$.query', WorkGroup: neighbour.ref('name') },
      };
    case 'dynamodb':
      return {
        action: 'dynamodb:putItem',
        parameters: { TableName: neighbour.ref('name'), 'Item.$': '$.item' },
      };
    case 'sns':
      return { action: 'sns:publish', parameters: { TopicArn: neighbour.ref('arn'), 'Message.$': '$' } };
    case 'sqs':
      return {
        action: 'sqs:sendMessage',
        parameters: { QueueUrl: neighbour.ref('url'), 'MessageBody.$': '$' },
      };
    case 'eventbridge-rule':
      return {
        action: 'events:putEvents',
        parameters: {
          Entries: [
            {
              'Detail.$': '$',
              DetailType: name,
              Source: 'pipeline',
              EventBusName: neighbour.config.text('eventBusName'),
            },
          ],
        },
      };
    case 'kds':
      return {
        action: 'aws-sdk:kinesis:putRecord',
        parameters: {
          StreamName: neighbour.ref('name'),
          'Data.$': 'States.JsonToString($)',
          'PartitionKey.$': '$$.Execution.Name',
        },
      };
    case 'firehose':
      return {
        action: 'aws-sdk:firehose:putRecord',
        parameters: {
          DeliveryStreamName: neighbour.ref('name'),
          Record: { 'Data.$': 'States.JsonToString($)' },
        },
      };
    case 's3':
      return {
        action: 'aws-sdk:s3:putObject',
        parameters: { Bucket: neighbour.ref('name'), 'Key.$': '$$.Execution.Name', 'Body.$': '$' },
      };
    case 'datasync':
      return { action: 'aws-sdk:datasync:startTaskExecution', parameters: { TaskArn: neighbour.ref('arn') } };
    case 'dms':
      return neighbour.config.has('deployment') && neighbour.config.text('deployment') === 'SERVERLESS'
        ? {
            action: 'aws-sdk:databasemigration:startReplication',
            parameters: {
              ReplicationConfigArn: neighbour.ref('arn'),
              StartReplicationType: 'resume-processing',
            },
          }
        : {
            action: 'aws-sdk:databasemigration:startReplicationTask',
            parameters: {
              ReplicationTaskArn: neighbour.ref('arn'),
              StartReplicationTaskType: 'resume-processing',
            },
          };
    case 'sm-endpoint':
      return {
        action: 'aws-sdk:sagemakerruntime:invokeEndpoint',
        parameters: { EndpointName: neighbour.ref('name'), 'Body.$': '$', ContentType: 'application/json' },
      };
    case 'emr':
      return {
        action: 'elasticmapreduce:addStep',
        waits: true,
        parameters: {
          ClusterId: neighbour.ref('id'),
          Step: {
            Name: name,
            ActionOnFailure: 'CONTINUE',
            HadoopJarStep: { Jar: 'command-runner.jar', 'Args.$': '$.arguments' },
          },
        },
      };
    case 'redshift':
      return {
        action: 'aws-sdk:redshiftdata:executeStatement',
        parameters: {
          [neighbour.config.text('deployment') === 'SERVERLESS' ? 'WorkgroupName' : 'ClusterIdentifier']:
            neighbour.ref('name'),
          Database: neighbour.config.text('dbName'),
          'Sql.$': '$.sql',
        },
      };
    case 'sm-training':
      return {
        action: 'sagemaker:createTrainingJob',
        waits: true,
        parameters: buildTrainingParameters(neighbour),
      };
    case 'sm-transform':
      return {
        action: 'sagemaker:createTransformJob',
        waits: true,
        parameters: buildNamedJob(
          neighbour,
          'TransformJobName',
          buildTransformRequest(getJobView(neighbour)),
        ),
      };
    case 'sm-processing': {
      const typed = neighbour.config.text('image');
      const image = typed === '' ? variable(getJobImageName(neighbour.node, 'Processing')) : typed;
      return {
        action: 'sagemaker:createProcessingJob',
        waits: true,
        parameters: buildNamedJob(
          neighbour,
          'ProcessingJobName',
          buildProcessingRequest(getJobView(neighbour), image),
        ),
      };
    }
    case 'bedrock-model':
      return {
        action: 'bedrock:invokeModel',
        parameters: {
          ModelId: getInvocationArn(neighbour.config.text('modelId')),
          ContentType: 'application/json',
          'Body.$': '$.prompt',
        },
      };
    case 'bedrock-kb':
      return {
        action: 'aws-sdk:bedrockagent:startIngestionJob',
        parameters: {
          KnowledgeBaseId: neighbour.ref('id'),
          DataSourceId: neighbour.refTo('data-source', 'id'),
        },
      };
    case 'step-functions':
      return {
        action: 'states:startExecution',
        waits: true,
        parameters: { StateMachineArn: neighbour.ref('arn'), 'Input.$': '$' },
      };
    default:
      return undefined;
  }
}

function getJobView(neighbour: IacNeighbour): JobView {
  return {
    config: neighbour.config,
    incoming: neighbour.incoming,
    outgoing: neighbour.outgoing,
    own: (key, attribute) => neighbour.refTo(key, attribute),
  };
}

/** A SageMaker job under a name of its own for each execution (63 characters at most). */
function buildNamedJob(
  neighbour: IacNeighbour,
  member: string,
  request: { readonly [name: string]: Expression | undefined },
): Readonly<Record<string, Expression>> {
  const prefix = neighbour.node.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 26);
  const members = Object.entries(request).filter(
    (entry): entry is [string, Expression] => entry[1] !== undefined,
  );
  return { [`${member}.$`]: `States.Format('${prefix}-{}', States.UUID())`, ...Object.fromEntries(members) };
}

function buildTrainingParameters(neighbour: IacNeighbour): Readonly<Record<string, Expression>> {
  const typed = neighbour.config.text('trainingImage');
  const request = buildTrainingRequest({
    node: neighbour.node,
    config: neighbour.config,
    incoming: neighbour.incoming,
    outgoing: neighbour.outgoing,
    own: (key, attribute) => neighbour.refTo(key, attribute),
    image: typed === '' ? variable(getJobImageName(neighbour.node, 'Training')) : typed,
  });
  return buildNamedJob(neighbour, 'TrainingJobName', request);
}

/** Whether a state machine calls the service itself. */
export function hasTask(neighbour: IacNeighbour): boolean {
  return getIntegration(neighbour, '') !== undefined;
}

export interface TaskOptions {
  express: boolean;
  retryAttempts: number;
  retryIntervalSeconds: number;
  /** Name of the state a failed task leads to. */
  catchNext: string | undefined;
}

/**
 * A Task state for one neighbour, without `Next` or `End`.
 * @returns undefined when the service has no integration.
 */
export function buildTask(
  neighbour: IacNeighbour,
  name: string,
  options: TaskOptions,
): Record<string, Expression> | undefined {
  const integration = getIntegration(neighbour, name);
  if (!integration) return undefined;
  const suffix =
    integration.waits && !options.express
      ? neighbour.service === 'step-functions'
        ? '.sync:2'
        : '.sync'
      : '';
  return {
    Type: 'Task',
    Resource: text('arn:', pseudo('partition'), `:states:::${integration.action}${suffix}`),
    Parameters: integration.parameters,
    ResultPath: '$.result',
    ...(options.retryAttempts > 0 && {
      Retry: [
        {
          ErrorEquals: ['States.ALL'],
          IntervalSeconds: options.retryIntervalSeconds,
          MaxAttempts: options.retryAttempts,
          BackoffRate: 2,
        },
      ],
    }),
    ...(options.catchNext !== undefined && {
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: options.catchNext }],
    }),
  };
}
