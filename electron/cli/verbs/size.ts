import { getShardAdvice } from '../../../shared/simulator/model/sizing.ts';
import { type Command, type CommandInput, UsageError } from '../command.ts';
import { describeSources, printSources } from '../describe-sources.ts';
import { exitCodes } from '../exit-codes.ts';

export const sizeCommand: Command = {
  name: 'size',
  summary: 'work out the capacity a service needs; kds: the shards of a stream',
  usage: 'kds',
  arity: [1, 1],
  options: [
    { name: 'record-kb', value: 'KB', help: 'size of one record; 1 KB = 1,000 bytes' },
    { name: 'records-per-second', value: 'N', help: 'records written per second' },
    { name: 'consumers', value: 'N', help: 'consumers that share the read limit; 1 by default' },
  ],
  findings: 'never',
  examples: ['pipewright size kds --record-kb 500 --records-per-second 2 --consumers 7'],
  run: async (input, { terminal, json }) => {
    const [service = ''] = input.positionals;
    if (service !== 'kds') throw new UsageError(`There is sizing advice for kds; found "${service}".`);
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
