import { addAlarm } from '../../../shared/graph/edits/set-alarm.ts';
import { serializeDesign } from '../../../shared/graph/serialize-design.ts';
import {
  type AlarmAdvice,
  adviseAlarms,
  type UnwatchedLimit,
} from '../../../shared/simulator/model/alarm-advice.ts';
import type { SizingAdvice } from '../../../shared/simulator/model/sizing-advice.ts';
import { sizeDesign } from '../../../shared/simulator/size-design.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { readInput } from '../read-input.ts';
import { blameDesign, readRunOptions } from '../run-options.ts';
import { writeDesign } from '../write-design.ts';

/** Runs a design and says which settings its busiest time asks for and which limits to watch. */
export async function runSizing(
  file: string,
  input: CommandInput,
  context: CommandContext,
): Promise<ExitCode> {
  const out = input.option('out');
  const isApplied = input.flag('apply') || input.flag('alarms') || out !== undefined;
  const read = await readInput(file, context);
  const { design, advice, result } = blameDesign(() => sizeDesign(read.design, readRunOptions(input)));
  const watched = adviseAlarms(design, result);
  if (input.flag('alarms')) for (const { node, alarm } of watched.alarms) addAlarm(design, { node, alarm });
  const changes = advice.filter(({ current, value }) => value > current);
  const written =
    isApplied &&
    (await writeDesign(read, { file, text: serializeDesign(design), ...(out !== undefined && { out }) }));
  const { scenario, seed } = result;
  context.terminal.out(
    context.json
      ? JSON.stringify({ file, out: out ?? file, written, scenario, seed, advice, ...watched }, null, 2)
      : [
          `Sized for scenario “${scenario}”, seed ${seed}.`,
          ...(advice.length === 0 ? ['No setting decides what a node takes.'] : advice.flatMap(printAdvice)),
          ...watched.alarms.map(printAlarm),
          ...watched.unwatched.map(printUnwatched),
          ...(isApplied ? [`${out ?? file}: ${changes.length} settings changed.`] : []),
        ].join('\n'),
  );
  return exitCodes.fine;
}

function printAdvice({ node, label, current, value, formula }: SizingAdvice): string[] {
  const drawn = current === value ? 'as drawn' : `drawn with ${current}`;
  const change = value < current ? `${value} would do, ${drawn}` : `${value}, ${drawn}`;
  return [`${node}: ${label} ${change}`, `  ${formula}`];
}

function printAlarm({ node, alarm }: AlarmAdvice): string {
  return `${node}: alarm on ${alarm.metric}, ${formatPercent(alarm.peakUtilization)} of ${alarm.limit}`;
}

function printUnwatched({ node, limit, peakUtilization }: UnwatchedLimit): string {
  return `${node}: ${formatPercent(peakUtilization)} of ${limit}; no metric of CloudWatch tells when it refuses`;
}

const formatPercent = (share: number): string => `${Math.round(share * 100)} %`;
