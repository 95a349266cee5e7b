/** A definition as the Amazon States Language writes it, with JSONPath as its query language. */
export interface Machine {
  StartAt: string;
  States: Readonly<Record<string, State>>;
}

interface Handler {
  ErrorEquals: readonly string[];
  Next?: string;
  ResultPath?: string | null;
  MaxAttempts?: number;
}

interface Comparison {
  Variable?: string;
  Next?: string;
  And?: readonly Comparison[];
  Or?: readonly Comparison[];
  Not?: Comparison;
  [operator: string]: unknown;
}

export interface State {
  Type: string;
  Next?: string;
  End?: boolean;
  Resource?: string;
  Parameters?: unknown;
  Result?: unknown;
  InputPath?: string | null;
  OutputPath?: string | null;
  ResultPath?: string | null;
  ResultSelector?: unknown;
  ItemsPath?: string;
  ItemProcessor?: Machine;
  Iterator?: Machine;
  Branches?: readonly Machine[];
  Choices?: readonly Comparison[];
  Default?: string;
  Retry?: readonly Handler[];
  Catch?: readonly Handler[];
  Error?: string;
  Cause?: string;
  ErrorPath?: string;
  CausePath?: string;
}

/** A call that a Task state makes. */
export interface Call {
  state: string;
  resource: string;
  parameters: unknown;
}

export interface Outcome {
  status: 'succeeded' | 'failed';
  output: unknown;
  /** Name of the error that ended the execution. */
  error?: string;
  cause?: string;
  calls: readonly Call[];
  /** States entered, in order. */
  visited: readonly string[];
}

class StateError extends Error {
  readonly code: string;
  constructor(code: string, cause: string) {
    super(cause);
    this.code = code;
  }
}

/** An execution takes no more steps than this; more are a circle without an end. */
const mostSteps = 1000;

/**
 * Runs a definition to its end. Waiting takes no time; a Task does what `perform` says, which may throw
 * to fail with the error's name.
 */
export function runStateMachine(
  machine: Machine,
  input: unknown,
  perform: (call: Call) => unknown = () => ({ done: true }),
): Outcome {
  const run = new Execution(perform);
  try {
    const output = run.runMachine(machine, input);
    return { status: 'succeeded', output, calls: run.calls, visited: run.visited };
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return {
      status: 'failed',
      output: undefined,
      error: error.code,
      cause: error.message,
      calls: run.calls,
      visited: run.visited,
    };
  }
}

class Execution {
  readonly calls: Call[] = [];
  readonly visited: string[] = [];
  readonly #perform: (call: Call) => unknown;

  constructor(perform: (call: Call) => unknown) {
    this.#perform = perform;
  }

  runMachine(machine: Machine, input: unknown): unknown {
    let name: string | undefined = machine.StartAt;
    let data = input;
    while (name !== undefined) {
      const state: State | undefined = machine.States[name];
      if (!state) throw new Error(`There is no state ${name}.`);
      this.visited.push(name);
      if (this.visited.length > mostSteps) throw new Error('The execution does not end.');
      const step = this.#runState(name, state, data);
      data = step.output;
      name = step.next;
    }
    return data;
  }

  #runState(name: string, state: State, raw: unknown): { output: unknown; next: string | undefined } {
    if (state.Type === 'Fail') {
      const error = state.ErrorPath === undefined ? state.Error : String(readPath(state.ErrorPath, raw));
      const cause = state.CausePath === undefined ? state.Cause : String(readPath(state.CausePath, raw));
      throw new StateError(error ?? 'Failed', cause ?? '');
    }
    const input = state.InputPath === null ? {} : readPath(state.InputPath ?? '$', raw);
    if (state.Type === 'Succeed') return { output: input, next: undefined };
    if (state.Type === 'Choice') {
      const choice = state.Choices?.find((rule) => holds(rule, input));
      const next = choice?.Next ?? state.Default;
      if (next === undefined) throw new StateError('States.NoChoiceMatched', name);
      return { output: input, next };
    }
    const attempts = new Map<Handler, number>();
    for (;;) {
      try {
        const result = this.#work(name, state, input);
        const selected = state.ResultSelector === undefined ? result : fill(state.ResultSelector, result);
        const output = readPath(state.OutputPath ?? '$', writePath(state.ResultPath, raw, selected));
        if (state.Next === undefined && state.End !== true) throw new Error(`${name} leads nowhere.`);
        return { output, next: state.Next };
      } catch (error) {
        if (!(error instanceof StateError)) throw error;
        const retry = state.Retry?.find((handler) => catches(handler, error));
        const used = retry ? (attempts.get(retry) ?? 0) : 0;
        if (retry && used < (retry.MaxAttempts ?? 3)) {
          attempts.set(retry, used + 1);
          continue;
        }
        const handler = state.Catch?.find((candidate) => catches(candidate, error));
        if (!handler?.Next) throw error;
        const caught = { Error: error.code, Cause: error.message };
        return { output: writePath(handler.ResultPath, raw, caught), next: handler.Next };
      }
    }
  }

  #work(name: string, state: State, input: unknown): unknown {
    const parameters = state.Parameters === undefined ? input : fill(state.Parameters, input);
    switch (state.Type) {
      case 'Task': {
        const call: Call = { state: name, resource: state.Resource ?? '', parameters };
        this.calls.push(call);
        try {
          return this.#perform(call);
        } catch (error) {
          throw error instanceof Error ? new StateError(error.name, error.message) : error;
        }
      }
      case 'Pass':
        return state.Result ?? parameters;
      case 'Wait':
        return input;
      case 'Parallel':
        return (state.Branches ?? []).map((branch) => this.runMachine(branch, parameters));
      case 'Map': {
        const items = readPath(state.ItemsPath ?? '$', input);
        const processor = state.ItemProcessor ?? state.Iterator;
        if (!Array.isArray(items)) throw new StateError('States.Runtime', `${name} has no items.`);
        if (!processor) throw new Error(`${name} has nothing to run.`);
        return items.map((item) => this.runMachine(processor, item));
      }
      default:
        throw new Error(`${name} is of the unknown type ${state.Type}.`);
    }
  }
}

const catches = ({ ErrorEquals }: Handler, { code }: StateError): boolean =>
  ErrorEquals.includes(code) ||
  ErrorEquals.includes('States.ALL') ||
  ErrorEquals.includes('States.TaskFailed');

/** The value at a reference path: `$`, `$.a.b`, `$.a[0]`, `$$.Execution.Name`. */
function readPath(path: string, data: unknown): unknown {
  if (path.startsWith('$$')) return path;
  const steps = [...path.slice(1).matchAll(/\.([\w-]+)|\[(\d+)\]|\['([^']+)'\]/g)];
  if (steps.map(([whole]) => whole).join('') !== path.slice(1)) throw new Error(`${path} is no path.`);
  return steps.reduce<unknown>((value, [, name, index, quoted]) => {
    const key = name ?? index ?? quoted ?? '';
    if (typeof value !== 'object' || value === null || !(key in value)) {
      throw new StateError('States.Runtime', `${path} is not in the input.`);
    }
    return (value as Record<string, unknown>)[key];
  }, data);
}

function writePath(path: string | null | undefined, data: unknown, value: unknown): unknown {
  if (path === null) return data;
  if (path === undefined || path === '$') return value;
  const [first, ...rest] = path.slice(2).split('.');
  const base = typeof data === 'object' && data !== null ? { ...data } : {};
  const key = first ?? '';
  const inner = (base as Record<string, unknown>)[key];
  return { ...base, [key]: rest.length === 0 ? value : writePath(`$.${rest.join('.')}`, inner, value) };
}

/** A payload template with its paths and intrinsic functions replaced. */
function fill(template: unknown, data: unknown): unknown {
  if (Array.isArray(template)) return template.map((item) => fill(item, data));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') ? [key.slice(0, -2), evaluate(String(value), data)] : [key, fill(value, data)],
    ),
  );
}

function evaluate(expression: string, data: unknown): unknown {
  if (expression.startsWith('$')) return readPath(expression, data);
  const call = /^(States\.\w+)\((.*)\)$/s.exec(expression);
  if (!call) throw new Error(`${expression} is no path and no function.`);
  const values = splitArguments(call[2] ?? '').map((argument) =>
    argument.startsWith("'")
      ? argument.slice(1, -1)
      : /^-?\d/.test(argument)
        ? Number(argument)
        : evaluate(argument, data),
  );
  switch (call[1]) {
    case 'States.Format':
      return values
        .slice(1)
        .reduce<string>((text, value) => text.replace('{}', () => asText(value)), asText(values[0]));
    case 'States.JsonToString':
      return JSON.stringify(values[0]);
    case 'States.StringToJson':
      return JSON.parse(asText(values[0])) as unknown;
    case 'States.Array':
      return values;
    case 'States.UUID':
      return '00000000-0000-4000-8000-000000000000';
    default:
      throw new Error(`${call[1] ?? ''} is no intrinsic function that exports use.`);
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let [depth, quoted, start] = [0, false, 0];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "'" && text[index - 1] !== '\\') quoted = !quoted;
    if (quoted) continue;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  const last = text.slice(start).trim();
  return last === '' ? parts : [...parts, last];
}

function holds(rule: Comparison, data: unknown): boolean {
  if (rule.And) return rule.And.every((inner) => holds(inner, data));
  if (rule.Or) return rule.Or.some((inner) => holds(inner, data));
  if (rule.Not) return !holds(rule.Not, data);
  const path = rule.Variable ?? '$';
  if ('IsPresent' in rule) {
    try {
      readPath(path, data);
      return rule['IsPresent'] === true;
    } catch {
      return rule['IsPresent'] === false;
    }
  }
  const value = readPath(path, data);
  for (const [operator, wanted] of Object.entries(rule)) {
    if (operator.endsWith('Equals') && !operator.includes('Than')) return value === wanted;
    if (operator.endsWith('GreaterThan')) return Number(value) > Number(wanted);
    if (operator.endsWith('LessThan')) return Number(value) < Number(wanted);
    if (operator.endsWith('GreaterThanEquals')) return Number(value) >= Number(wanted);
    if (operator.endsWith('LessThanEquals')) return Number(value) <= Number(wanted);
  }
  throw new Error(`A rule about ${path} compares nothing.`);
}
