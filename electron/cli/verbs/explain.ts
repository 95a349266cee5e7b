import { explain, explainableIds } from '../explain-id.ts';
import { type Command, UsageError } from '../command.ts';
import { describeSources, printSources } from '../describe-sources.ts';
import { exitCodes } from '../exit-codes.ts';
import { printSuggestion } from '../suggest.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'say what a rule demands, why, and what it rests on',
  usage: 'RULE',
  arity: [1, 1],
  options: [],
  findings: 'never',
  examples: [
    'pipewright explain stream-has-enough-shards',
    'pipewright explain G-014',
    'pipewright explain E-0099',
    'pipewright explain N-083',
  ],
  run: async ({ positionals }, { terminal, json }) => {
    const [id = ''] = positionals;
    const explanation = explain(id);
    if (!explanation) {
      throw new UsageError(`There is no rule "${id}".${printSuggestion(id, explainableIds())}`);
    }
    const sources = describeSources(explanation.sources);
    if (json) {
      terminal.out(JSON.stringify({ ...explanation, sources }, null, 2));
      return exitCodes.fine;
    }
    terminal.out(
      [
        `${explanation.id}: ${explanation.title}`,
        '',
        explanation.text,
        ...explanation.details.map(({ label, value }) => `${label}: ${value}`),
        '',
        ...printSources(sources),
      ].join('\n'),
    );
    return exitCodes.fine;
  },
};
