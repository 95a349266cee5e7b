import { getPairVerdict } from '../../integrations/verdict.ts';
import { defineEdgeRule } from '../define-rule.ts';
import { insertChain, removeEdge } from '../repairs.ts';
import { listServices } from '../wording.ts';

export const edgeIsPossible = defineEdgeRule({
  id: 'edge-is-possible',
  codes: ['G-001'],
  severity: 'error',
  category: 'Connections',
  title: 'No edge between services that cannot work together',
  description:
    'The integration book knows no path between these two services that would keep what the edge says. ' +
    'There is nothing to export for it, so the pipeline would end here.',
  sources: ['DERIVED'],
  reach: 'ends',
  check: (edge) => {
    const verdict = getPairVerdict(edge.source.service, edge.target.service, edge.kind);
    if (verdict.verdict !== 'impossible') return [];
    return [
      {
        message: `${edge.source.name} → ${edge.target.name} cannot work: ${verdict.reason}`,
        sources: verdict.sources,
        repairs: [
          // A way round that changes what the edge means is the designer's to choose.
          ...verdict.via.map((chain) => insertChain(edge, chain, `Go through ${listServices(chain)}`, false)),
          removeEdge(edge),
        ],
      },
    ];
  },
});
