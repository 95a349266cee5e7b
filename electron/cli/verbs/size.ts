import { getShardAdvice } from '../../../shared/simulator/model/sizing.ts';
import { type Command, type CommandInput, UsageError } from '../command.ts';
import { describeSources, printSources } from '../describe-sources.ts';
import { exitCodes } from '../exit-codes.ts';
import { runSizing } from './size-design.ts';

export const sizeCommand: Command = {
  name: 'size',
  summary: 'work out the capacity that a design or a stream (kds) needs',
  usage: 'FILE|kds',
  arity: [1, 1],
  options: [
    { name: 'scenario', value: 'NAME', help: 'with FILE: scenario to size for; the first by default' },
    { name: 'duration', value: 'TIME', help: 'with FILE: simulated time: 900, 15m, 24h, 7d' },
    { name: 'seed', value: 'N', help: 'with FILE: whole number; the same seed gives the same advice' },
    { name: 'apply', help: 'with FILE: set what the advice says' },
    { name: 'alarms', help: 'with FILE: set it, and give close limits an alarm in the exports' },
    { name: 'out', value: 'FILE', help: 'with FILE: set it in another file and leave this one as it is' },
    { name: 'record-kb', value: 'KB', help: 'with kds: size of one record; 1 KB = 1,000 bytes' },
    { name: 'records-per-second', value: 'N', help: 'with kds: records written per second' },
    { name: 'consumers', value: 'N', help: 'with kds: consumers that share the read limit; 1 by default' },
  ],
  findings: 'never',
  examples: [
    'pipewright size orders.pipewright.json --scenario "Black Friday" --seed 7 --apply',
    'pipewright size kds --record-kb 500 --records-per-second 2 --consumers 7',
  ],
  run: async (input, context) => {
    const [service = ''] = input.positionals;
    if (/[./\\]/.test(service)) return runSizing(service, input, context);
    if (service !== 'kds') {
      throw new UsageError(
        `There is sizing advice for kds, and for the file of a design; found "${service}".`,
      );
    }
    const { terminal, json } = context;
    const advice = getShardAdvice({
      recordSizeBytes: needNumber(input, 'record-kb') * 1000,
      recordsPerSecond: needNumber(input, 'records-per-second'),
      sharedConsumers: checkNumber('consumers', input.number('consumers') ?? 1, 0),
    });
    const sources = describeSources(advice.sources);
    terminal.out(
      json
        ? JSON.stringify({ service, ...advice, sources }, null, 2)
        : [`${advice.shards} shards`, advice.formula, ...printSources(sources)].join('\n'),
    );
    return exitCodes.fine;
  },
};

function needNumber(input: CommandInput, name: string): number {
  const value = input.number(name);
  if (value === undefined) throw new UsageError(`--${name} is needed.`);
  return checkNumber(name, value, Number.MIN_VALUE);
}

function checkNumber(name: string, value: number, min: number): number {
  if (value < min) {
    throw new UsageError(`--${name} takes ${min === 0 ? '0 or more' : 'more than 0'}; found ${value}.`);
  }
  return value;
}
