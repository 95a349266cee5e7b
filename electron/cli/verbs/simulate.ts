import type { Design } from '../../../shared/graph/design.ts';
import type { RunControl } from '../../../shared/simulator/kernel/run.ts';
import { explainSymptom, symptoms } from '../../../shared/simulator/model/explain-symptom.ts';
import type { SimulationResult } from '../../../shared/simulator/simulate.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';
import { type Command, type CommandContext, type CommandInput, UsageError } from '../command.ts';
import { describeRun } from '../describe-run.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Explanation, printCauses } from '../print-causes.ts';
import { printRun } from '../print-run.ts';
import { readInput } from '../read-input.ts';
import { blameDesign, readRunOptions } from '../run-options.ts';

export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'replay the workloads of a design',
  usage: 'FILE',
  arity: [1, 1],
  options: [
    { name: 'scenario', value: 'NAME', help: 'id or name of a scenario of the design; the first by default' },
    { name: 'duration', value: 'TIME', help: 'simulated time: 900, 15m, 24h, 7d' },
    { name: 'seed', value: 'N', help: 'whole number; the same seed gives the same bytes' },
    { name: 'mode', value: 'MODE', help: 'fluid (default) or exact, which follows every record' },
    {
      name: 'why',
      value: 'NODE[:SYMPTOM]',
      help: `what is behind ${symptoms.join(', ')} (default latency) at a node`,
    },
    {
      name: 'late-after',
      value: 'TIME',
      help: 'time from the source after which a record is late: 5m by default',
    },
    {
      name: 'window',
      value: 'FROM..TO',
      help: 'with --json: also every step of this stretch of the run, for example 3h..3h10m',
    },
    { name: 'series', help: 'with --json: also the time series of every node and edge' },
    { name: 'fail-on-loss', help: 'lost records count as a finding' },
  ],
  findings: 'records were lost and --fail-on-loss was given',
  examples: [
    'pipewright simulate orders.pipewright.json --duration 24h',
    'pipewright simulate orders.pipewright.json --scenario "Black Friday" --seed 7 --json',
  ],
  run: async (input, context) => {
    const [file = ''] = input.positionals;
    const options = readRunOptions(input);
    const { design } = await readInput(file, context);
    const question = readQuestion(input, design);
    const result = blameDesign(() => simulateDesign(design, options, showProgress(context)));
    const why: Explanation | undefined = question && {
      ...question,
      causes: explainSymptom(design, result, question.node, question.symptom),
    };
    if (context.json) {
      context.terminal.out(
        JSON.stringify({ file, ...describeRun(result, input.flag('series')), ...(why && { why }) }, null, 2),
      );
    } else {
      context.terminal.out(why ? `${printRun(result)}\n\n${printCauses(why)}` : printRun(result));
    }
    return input.flag('fail-on-loss') && isLossy(result) ? exitCodes.findings : exitCodes.fine;
  },
};

/** Progress on the terminal; stopping is the terminal's own Ctrl-C. */
function showProgress({ terminal }: CommandContext): RunControl | undefined {
  const { progress } = terminal;
  if (!progress) return undefined;
  return {
    onProgress: (fraction) => {
      progress('simulating', fraction);
      return true;
    },
  };
}

/** Node ids may hold colons: only a known symptom behind the last one is taken off. */
function readQuestion(input: CommandInput, design: Design): Omit<Explanation, 'causes'> | undefined {
  const text = input.option('why');
  if (text === undefined) return undefined;
  const isNode = (wanted: string): boolean => design.nodes.some(({ id }) => id === wanted);
  if (isNode(text)) return { node: text, symptom: 'latency' };
  const colon = text.lastIndexOf(':');
  const node = text.slice(0, Math.max(0, colon));
  const symptom = symptoms.find((known) => known === text.slice(colon + 1));
  if (!symptom || !isNode(node)) {
    throw new UsageError(
      `--why takes the id of a node, and after a colon one of ${symptoms.join(', ')}; found "${text}".`,
    );
  }
  return { node, symptom };
}

const isLossy = (result: SimulationResult): boolean =>
  result.nodes.some(({ totals }) => totals.dropped > 0 || totals.expired > 0) ||
  result.edges.some(({ totals }) => totals.dropped > 0 || totals.expired > 0);
