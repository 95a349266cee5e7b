import ELK from 'elkjs/lib/elk.bundled.js';
import { produce } from 'immer';
import { applyPositions } from '../../../shared/graph/edits/apply-positions.ts';
import { buildLayoutGraph, keepPlaced, type LayoutGraph, readLayout } from '../../../shared/graph/layout.ts';
import { serializeDesign } from '../../../shared/graph/serialize-design.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { readInput } from '../read-input.ts';
import { writeDesign } from '../write-design.ts';

export const layoutCommand: Command = {
  name: 'layout',
  summary: 'give every node a place on the canvas',
  usage: 'FILE',
  arity: [1, 1],
  options: [
    { name: 'all', help: 'move nodes that have a place, too' },
    { name: 'out', value: 'FILE', help: 'write to another file and leave this one as it is' },
  ],
  findings: 'never',
  examples: [
    'pipewright layout orders.pipewright.json',
    'pipewright layout draft.json --all --out laid-out.json',
  ],
  run: async ({ positionals, option, flag }, context) => {
    const [file = ''] = positionals;
    const read = await readInput(file, context);
    const { design } = read;
    const out = option('out');
    const graph: LayoutGraph = await new ELK().layout(buildLayoutGraph(design));
    const laidOut = readLayout(design, graph);
    const kept = flag('all') ? laidOut : keepPlaced(design, laidOut);
    const moved = produce(design, (draft) => applyPositions(draft, kept));
    const text = serializeDesign(moved);
    const written = await writeDesign(read, { file, ...(out !== undefined && { out }), text });
    const nodes = [...kept.nodes].map(([id, position]) => ({ id, ...position }));
    const containers = [...kept.containers].map(([id, box]) => ({ id, ...box.position, ...box.size }));
    context.terminal.out(
      context.json
        ? JSON.stringify({ file, out: out ?? file, written, nodes, containers }, null, 2)
        : `${out ?? file}: ${nodes.length} nodes placed${written ? '' : '; nothing to write'}`,
    );
    return exitCodes.fine;
  },
};
