import { serializeDesign } from '../../../shared/graph/serialize-design.ts';
import type { SizingAdvice } from '../../../shared/simulator/model/sizing-advice.ts';
import { sizeDesign } from '../../../shared/simulator/size-design.ts';
import type { CommandContext, CommandInput } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { readInput } from '../read-input.ts';
import { blameDesign, readRunOptions } from '../run-options.ts';
import { writeDesign } from '../write-design.ts';

/** Runs a design and says which settings its busiest time asks for; `--apply` and `--out` set them. */
export async function runSizing(
  file: string,
  input: CommandInput,
  context: CommandContext,
): Promise<ExitCode> {
  const out = input.option('out');
  const isApplied = input.flag('apply') || out !== undefined;
  const read = await readInput(file, context);
  const { design, advice, result } = blameDesign(() => sizeDesign(read.design, readRunOptions(input)));
  const changes = advice.filter(({ current, value }) => current !== value);
  const written =
    isApplied &&
    (await writeDesign(read, { file, text: serializeDesign(design), ...(out !== undefined && { out }) }));
  const { scenario, seed } = result;
  context.terminal.out(
    context.json
      ? JSON.stringify({ file, out: out ?? file, written, scenario, seed, advice }, null, 2)
      : [
          `Sized for scenario “${scenario}”, seed ${seed}.`,
          ...(advice.length === 0 ? ['No setting decides what a node takes.'] : advice.flatMap(printAdvice)),
          ...(isApplied ? [`${out ?? file}: ${changes.length} settings changed.`] : []),
        ].join('\n'),
  );
  return exitCodes.fine;
}

function printAdvice({ node, label, current, value, formula }: SizingAdvice): string[] {
  const change = current === value ? `${value}, as drawn` : `${value}, drawn with ${current}`;
  return [`${node}: ${label} ${change}`, `  ${formula}`];
}
