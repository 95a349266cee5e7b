import type { Expression } from '../../iac/ir/expression.ts';
import type { IacContext, IacNeighbour } from '../../iac/ir/mapping.ts';
import { buildTask, hasTask } from './task.ts';

type State = Record<string, Expression>;
interface Flow {
  StartAt: string;
  States: Record<string, State>;
}

const failed = 'Failed';

/** State names are what people read in the console: the node's id, at most 80 characters. */
function getStateName(neighbour: IacNeighbour): string {
  return `Run ${neighbour.node}`.slice(0, 80);
}

/**
 * The workflow of the outgoing edges in Amazon States Language: tasks in the order drawn, with retry
 * and catch, in sequence, in parallel, or once per item.
 */
export function buildStateMachine(context: IacContext): Expression {
  const { config } = context;
  const written = config.text('definition').trim();
  if (config.text('definitionSource') === 'OWN' && written !== '') {
    const parsed = parseObject(written);
    if (parsed) return parsed;
  }
  const neighbours = context.outgoing.filter(hasTask);
  // CloudFormation takes `${…}` for a value that it should put in.
  const comment = `Workflow of ${context.name.replace(/\$+\{/g, '{')}`;
  if (neighbours.length === 0)
    return { Comment: comment, StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };
  const flow = config.text('flow');
  const catching = config.flag('catchFailures');
  if (flow === 'SEQUENCE') return { Comment: comment, ...buildSequence(context, neighbours, catching) };
  const wrapper =
    flow === 'PARALLEL' ? buildParallel(context, neighbours) : buildMap(context, neighbours, flow);
  const name = flow === 'PARALLEL' ? 'Run all' : 'For each item';
  return {
    Comment: comment,
    StartAt: name,
    States: {
      [name]: {
        ...wrapper,
        ...(catching && { Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: failed }] }),
        End: true,
      },
      ...(catching && { [failed]: failState }),
    },
  };
}

const failState: State = { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' };

function buildSequence(context: IacContext, neighbours: readonly IacNeighbour[], catching: boolean): Flow {
  const names = neighbours.map(getStateName);
  const states: Record<string, State> = {};
  neighbours.forEach((neighbour, index) => {
    const task = buildTask(neighbour, context.physicalName(60), {
      express: context.config.text('stateMachineType') === 'EXPRESS',
      retryAttempts: context.config.number('retryAttempts'),
      retryIntervalSeconds: context.config.number('retryIntervalSeconds'),
      catchNext: catching ? failed : undefined,
    });
    const next = names[index + 1];
    states[names[index] ?? ''] = { ...task, ...(next === undefined ? { End: true } : { Next: next }) };
  });
  if (catching) states[failed] = failState;
  return { StartAt: names[0] ?? '', States: states };
}

function buildParallel(context: IacContext, neighbours: readonly IacNeighbour[]): State {
  const branches = neighbours.map((neighbour) => ({ ...buildSequence(context, [neighbour], false) }));
  return { Type: 'Parallel', Branches: branches };
}

function buildMap(context: IacContext, neighbours: readonly IacNeighbour[], flow: string): State {
  const distributed = flow === 'DISTRIBUTED_MAP' && context.config.text('stateMachineType') === 'STANDARD';
  return {
    Type: 'Map',
    ItemsPath: '$.items',
    MaxConcurrency: context.config.number('maxConcurrency'),
    ItemProcessor: {
      ProcessorConfig: distributed ? { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } : { Mode: 'INLINE' },
      ...buildSequence(context, neighbours, false),
    },
    ...(distributed && { Label: 'Items' }),
  };
}

function parseObject(value: string): Expression | undefined {
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)
      ? (parsed as Expression)
      : undefined;
  } catch {
    return undefined;
  }
}
