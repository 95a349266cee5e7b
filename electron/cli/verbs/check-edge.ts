import { type EdgeKind, edgeKinds } from '../../../shared/graph/design.ts';
import { findKind, kinds, openKinds } from '../../../shared/integrations/kinds.ts';
import type { PairVerdict } from '../../../shared/integrations/integration.ts';
import { getPairVerdict } from '../../../shared/integrations/verdict.ts';
import { type Command, UsageError } from '../command.ts';
import { describeSources, printSources } from '../describe-sources.ts';
import { exitCodes } from '../exit-codes.ts';
import { printSuggestion } from '../suggest.ts';

export const checkEdgeCommand: Command = {
  name: 'check-edge',
  summary: 'say whether one service may feed another, how, and on what authority',
  usage: 'SOURCE TARGET',
  arity: [2, 2],
  options: [
    {
      name: 'kind',
      value: 'KIND',
      help: `what the edge carries, when not the usual: ${edgeKinds.join(', ')}`,
    },
  ],
  findings: 'the answer is anything but "direct"',
  examples: ['pipewright check-edge firehose redshift', 'pipewright check-edge msf efs --json'],
  run: async ({ positionals, option }, { terminal, json }) => {
    const [source = '', target = ''] = positionals;
    for (const id of [source, target]) checkService(id);
    const verdict = getPairVerdict(source, target, readKind(option('kind')));
    terminal.out(json ? JSON.stringify(toAnswer(verdict), null, 2) : printAnswer(verdict));
    return verdict.verdict === 'direct' ? exitCodes.fine : exitCodes.findings;
  },
};

function checkService(id: string): void {
  if (findKind(id) || openKinds.includes(id)) return;
  const names = [...kinds.map((kind) => kind.id), ...openKinds];
  throw new UsageError(`There is no service "${id}".${printSuggestion(id, names)}`);
}

function readKind(text: string | undefined): EdgeKind | undefined {
  if (text === undefined) return undefined;
  const kind = edgeKinds.find((candidate) => candidate === text);
  if (!kind) throw new UsageError(`--kind is one of ${edgeKinds.join(', ')}; found "${text}".`);
  return kind;
}

/** The documented members, in the documented order. */
function toAnswer(verdict: PairVerdict) {
  return {
    source: verdict.source,
    target: verdict.target,
    verdict: verdict.verdict,
    via: verdict.via,
    mechanism: verdict.mechanism,
    reason: verdict.reason,
    sources: describeSources(verdict.sources),
    kind: verdict.kind,
    rule: verdict.rule,
  };
}

const words: Readonly<Record<PairVerdict['verdict'], string>> = {
  direct: 'direct',
  via: 'only through others',
  discouraged: 'possible, but discouraged',
  impossible: 'not possible',
  unknown: 'unknown',
};

function printAnswer(verdict: PairVerdict): string {
  const chains = verdict.via.map((chain) => [verdict.source, ...chain, verdict.target].join(' → '));
  return [
    `${verdict.source} → ${verdict.target}: ${words[verdict.verdict]} (${verdict.rule}, carries ${verdict.kind})`,
    ...(chains.length > 0
      ? [`${verdict.verdict === 'via' ? 'Through' : 'Way around'}: ${chains.join('; ')}`]
      : []),
    ...(verdict.mechanism === '' ? [] : [`How: ${verdict.mechanism}`]),
    ...(verdict.reason === '' ? [] : [verdict.reason]),
    ...printSources(describeSources(verdict.sources)),
  ].join('\n');
}
