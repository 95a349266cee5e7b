import { describe, expect, test } from 'vitest';
import { runStateMachine } from './proofs/run-state-machine.ts';
import { findDefinitionProblems } from './proofs/state-machines.ts';

const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'f', 'Payload.$': '$' },
  ResultPath: '$.result',
};

describe('the local interpreter', () => {
  test('hands the output of a state to the next one', () => {
    const { status, output, visited } = runStateMachine(
      {
        StartAt: 'A',
        States: {
          A: { Type: 'Pass', Parameters: { 'text.$': "States.Format('{}-{}', $.a, 2)" }, Next: 'B' },
          B: { ...task, End: true },
        },
      },
      { a: 'x' },
    );
    expect({ status, output, visited }).toEqual({
      status: 'succeeded',
      output: { text: 'x-2', result: { done: true } },
      visited: ['A', 'B'],
    });
  });

  test('runs a map for each item and branches side by side', () => {
    const inner = { StartAt: 'B', States: { B: { ...task, End: true } } };
    const map = {
      StartAt: 'A',
      States: { A: { Type: 'Map', ItemsPath: '$.items', ItemProcessor: inner, End: true } },
    };
    expect(runStateMachine(map, { items: [{}, {}, {}] }).calls).toHaveLength(3);
    const parallel = {
      StartAt: 'A',
      States: { A: { Type: 'Parallel', Branches: [inner, inner], End: true } },
    };
    expect(runStateMachine(parallel, {}).calls).toHaveLength(2);
  });

  test('tries again, then catches', () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: {
          ...task,
          Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }],
          End: true,
        },
        Failed: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' },
      },
    };
    const { status, error, cause, calls } = runStateMachine(machine, {}, () => {
      throw new RangeError('too far');
    });
    expect({ status, error, cause }).toEqual({ status: 'failed', error: 'RangeError', cause: 'too far' });
    expect(calls).toHaveLength(3);
  });

  test('chooses', () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericGreaterThan: 3, Next: 'B' }], Default: 'C' },
        B: { Type: 'Succeed' },
        C: { Type: 'Succeed' },
      },
    };
    expect(runStateMachine(machine, { n: 4 }).visited).toEqual(['A', 'B']);
    expect(runStateMachine(machine, { n: 3 }).visited).toEqual(['A', 'C']);
  });

  test('a circle ends the proof, not the computer', () => {
    const machine = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } };
    expect(() => runStateMachine(machine, {})).toThrow('does not end');
  });
});

test.each([
  ['a misspelt call', { ...task, Resource: 'arn:aws:states:::lambda:invok' }, 'does not know'],
  ['a call without what it needs', { ...task, Parameters: {} }, 'without FunctionName'],
  [
    'a path that nothing fills',
    { ...task, Parameters: { FunctionName: 'f', 'X.$': '$.error.X' } },
    'not in the input',
  ],
])('%s is a problem', (_, state, message) => {
  const definition = { StartAt: 'A', States: { A: { ...state, End: true } } };
  const template = {
    Resources: {
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { DefinitionString: JSON.stringify(definition) },
      },
    },
  };
  expect(findDefinitionProblems(template).join('\n')).toContain(message);
});
