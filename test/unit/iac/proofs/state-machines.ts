import { createRequire } from 'node:module';
import type { Template } from './cdk-projects.ts';
import { resolveValue } from './resolve-template.ts';
import { type Call, type Machine, runStateMachine, type State } from './run-state-machine.ts';

/** The package has no declarations of its own. */
type Validate = (
  definition: object,
  options: { checkPaths: boolean; checkArn: boolean },
) => { isValid: boolean; errorsText(separator: string): string };
const validate = createRequire(import.meta.url)('asl-validator') as Validate;

/** Definitions of a template, with intrinsics replaced by text that looks like what they give. */
export function findDefinitions(template: Template): { id: string; definition: unknown }[] {
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
    if (Type !== 'AWS::StepFunctions::StateMachine') return [];
    const text = resolveValue(Properties['DefinitionString'], template);
    const definition =
      typeof text === 'string'
        ? (JSON.parse(text) as unknown)
        : resolveValue(Properties['Definition'], template);
    return [{ id, definition }];
  });
}

/** What the state machines of a template break of the Amazon States Language, or do when they run. */
export function findDefinitionProblems(template: Template): string[] {
  return findDefinitions(template).flatMap(({ id, definition }) => {
    if (typeof definition !== 'object' || definition === null) return [`${id}: there is no definition`];
    const result = validate(definition, { checkPaths: true, checkArn: true });
    if (!result.isValid) return [`${id}: ${result.errorsText('; ')}`];
    const machine = definition as Machine;
    return [...findCallProblems(machine), ...findRunProblems(machine)].map((problem) => `${id}: ${problem}`);
  });
}

/** Every state of a machine and of the machines inside it. */
export function listStates({ States }: Machine): [string, State][] {
  return Object.entries(States).flatMap(([name, state]) => [
    [name, state] as [string, State],
    ...[...(state.Branches ?? []), ...(state.ItemProcessor ? [state.ItemProcessor] : [])].flatMap(listStates),
  ]);
}

/** Calls that Step Functions knows (service-integration reference), with the parameters each cannot do without. */
const calls: Readonly<Record<string, readonly string[]>> = {
  'lambda:invoke': ['FunctionName'],
  'batch:submitJob.sync': ['JobDefinition', 'JobName', 'JobQueue'],
  'batch:submitJob': ['JobDefinition', 'JobName', 'JobQueue'],
  'glue:startJobRun.sync': ['JobName'],
  'glue:startJobRun': ['JobName'],
  'ecs:runTask.sync': ['Cluster', 'TaskDefinition'],
  'ecs:runTask': ['Cluster', 'TaskDefinition'],
  'athena:startQueryExecution.sync': ['QueryString'],
  'athena:startQueryExecution': ['QueryString'],
  'dynamodb:putItem': ['TableName', 'Item'],
  'sns:publish': ['Message', 'TopicArn'],
  'sqs:sendMessage': ['QueueUrl', 'MessageBody'],
  'events:putEvents': ['Entries'],
  'elasticmapreduce:addStep.sync': ['ClusterId', 'Step'],
  'elasticmapreduce:addStep': ['ClusterId', 'Step'],
  'sagemaker:createTrainingJob.sync': ['TrainingJobName', 'RoleArn', 'OutputDataConfig', 'ResourceConfig'],
  'sagemaker:createTrainingJob': ['TrainingJobName', 'RoleArn', 'OutputDataConfig', 'ResourceConfig'],
  'sagemaker:createTransformJob.sync': ['TransformJobName', 'ModelName', 'TransformInput', 'TransformOutput'],
  'sagemaker:createTransformJob': ['TransformJobName', 'ModelName', 'TransformInput', 'TransformOutput'],
  'sagemaker:createProcessingJob.sync': ['ProcessingJobName', 'RoleArn', 'AppSpecification'],
  'sagemaker:createProcessingJob': ['ProcessingJobName', 'RoleArn', 'AppSpecification'],
  'bedrock:invokeModel': ['ModelId'],
  'states:startExecution.sync:2': ['StateMachineArn'],
  'states:startExecution': ['StateMachineArn'],
  'aws-sdk:glue:startCrawler': ['Name'],
  'aws-sdk:kinesis:putRecord': ['Data', 'PartitionKey'],
  'aws-sdk:firehose:putRecord': ['DeliveryStreamName', 'Record'],
  'aws-sdk:s3:putObject': ['Bucket', 'Key'],
  'aws-sdk:datasync:startTaskExecution': ['TaskArn'],
  'aws-sdk:databasemigration:startReplication': ['ReplicationConfigArn', 'StartReplicationType'],
  'aws-sdk:databasemigration:startReplicationTask': ['ReplicationTaskArn', 'StartReplicationTaskType'],
  'aws-sdk:sagemakerruntime:invokeEndpoint': ['Body', 'EndpointName'],
  'aws-sdk:redshiftdata:executeStatement': ['Sql'],
  'aws-sdk:bedrockagent:startIngestionJob': ['DataSourceId', 'KnowledgeBaseId'],
};

function findCallProblems(machine: Machine): string[] {
  return listStates(machine).flatMap(([name, { Type, Resource = '', Parameters }]) => {
    if (Type !== 'Task' || !Resource.includes(':states:::')) return [];
    const call = Resource.slice(Resource.indexOf(':states:::') + ':states:::'.length);
    const demanded = calls[call];
    if (!demanded) return [`${name} calls ${call}, which Step Functions does not know`];
    const given = new Set(Object.keys(Parameters ?? {}).map((key) => key.replace(/\.\$$/, '')));
    return demanded.filter((key) => !given.has(key)).map((key) => `${name} calls ${call} without ${key}`);
  });
}

/** An input with everything that the definition reads from its input, in each item of a map as well. */
function buildInput(machine: Machine): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [, path] of JSON.stringify(machine).matchAll(/"(?:\$|States\.\w+\([^"]*?\$)\.([\w.]+)/g)) {
    const steps = (path ?? '').split('.');
    const [first = ''] = steps;
    if (first !== 'error' && first !== 'result') setPath(input, steps);
  }
  return { ...input, items: [{ ...input }, { ...input }] };
}

function setPath(target: Record<string, unknown>, [first = '', ...rest]: readonly string[]): void {
  if (rest.length === 0) {
    target[first] ??= 'sample';
    return;
  }
  const inner = target[first];
  const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
  target[first] = next;
  setPath(next, rest);
}

const isTask = ([, state]: [string, State]): boolean => state.Type === 'Task';

/**
 * Runs a machine as all goes well; with each task failing once; and with each task failing always. It must
 * reach every task and end; a failure that is caught must end in the state for failures, with its cause.
 */
function findRunProblems(machine: Machine): string[] {
  const problems: string[] = [];
  const sampleInput = buildInput(machine);
  const well = runStateMachine(machine, sampleInput);
  if (well.status !== 'succeeded')
    problems.push(`a good run ends with ${well.error ?? ''}: ${well.cause ?? ''}`);
  const tasks = listStates(machine).filter(isTask);
  for (const [name, state] of tasks) {
    if (!well.visited.includes(name)) problems.push(`a good run never gets to ${name}`);
    const retries = (state.Retry ?? []).reduce((sum, retry) => sum + (retry.MaxAttempts ?? 3), 0);
    if (retries > 0) {
      const once = runStateMachine(machine, sampleInput, failing(name, 1));
      if (once.status !== 'succeeded') problems.push(`${name} is not tried again`);
    }
    const never = runStateMachine(machine, sampleInput, failing(name, Number.POSITIVE_INFINITY));
    const handled = Object.values(machine.States).some(({ Type }) => Type === 'Fail');
    if (never.status !== 'failed') problems.push(`a run in which ${name} fails succeeds`);
    else if (handled && (never.error !== 'Sample.Error' || never.cause !== 'for the proof')) {
      problems.push(`the failure of ${name} is lost: ${never.error ?? ''}`);
    }
    const attempts = never.calls.filter((call) => call.state === name).length;
    if (attempts !== retries + 1)
      problems.push(`${name} is tried ${attempts} times instead of ${retries + 1}`);
  }
  return problems;
}

function failing(state: string, times: number): (call: Call) => unknown {
  let left = times;
  return (call) => {
    if (call.state !== state || left === 0) return { done: true };
    left -= 1;
    const error = new Error('for the proof');
    error.name = 'Sample.Error';
    throw error;
  };
}

/** What runs of a template's machines went through. */
export function countRuns(template: Template): { machines: number; tasks: number; runs: number } {
  const machines = findDefinitions(template).map(({ definition }) => definition as Machine);
  const tasks = machines.flatMap(listStates).filter(isTask);
  const retried = tasks.filter(([, state]) => (state.Retry ?? []).length > 0).length;
  return { machines: machines.length, tasks: tasks.length, runs: machines.length + tasks.length + retried };
}
