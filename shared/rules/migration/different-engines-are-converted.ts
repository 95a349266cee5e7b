import { defineNodeRule } from '../define-rule.ts';
import type { NodeView } from '../view/design-view.ts';
import { getEngine } from './engines.ts';

export const differentEnginesAreConverted = defineNodeRule({
  id: 'different-engines-are-converted',
  codes: ['G-066'],
  severity: 'warning',
  category: 'Migration',
  title: 'A migration between different engines has a schema conversion',
  description:
    'DMS moves rows and creates simple tables; it does not convert views, procedures, triggers, or types the target ' +
    'lacks. Convert the schema first, with DMS Schema Conversion, and accept the finding when that is planned.',
  sources: ['DMS-SCT', 'N-206'],
  services: ['dms'],
  reach: 'neighbours',
  check: (node) =>
    getPairs(node)
      .filter(({ from, to }) => from !== to)
      .map(({ source, target, from, to }) => ({
        message: `${node.name} migrates ${source.name} (${from}) to ${target.name} (${to}); procedures, views and types are not converted. Run a schema conversion first.`,
        part: `${source.id}-${target.id}`,
      })),
});

function getPairs(task: NodeView): { source: NodeView; target: NodeView; from: string; to: string }[] {
  return task.incoming.flatMap(({ source }) =>
    task.outgoing.flatMap(({ target }) => {
      const from = getEngine(source);
      const to = getEngine(target);
      return from === undefined || to === undefined ? [] : [{ source, target, from, to }];
    }),
  );
}
