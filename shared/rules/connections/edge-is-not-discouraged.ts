import { getPairVerdict } from '../../integrations/verdict.ts';
import { defineEdgeRule } from '../define-rule.ts';
import { insertChain, removeEdge } from '../repairs.ts';
import { listServices } from '../wording.ts';

export const edgeIsNotDiscouraged = defineEdgeRule({
  id: 'edge-is-not-discouraged',
  codes: ['G-003'],
  severity: 'warning',
  category: 'Connections',
  title: 'Connections that work but have a better alternative',
  description:
    'The connection can be built and is exported. The integration book names an alternative that costs less, ' +
    'loses less or needs less code of your own.',
  sources: ['DERIVED'],
  reach: 'ends',
  check: (edge) => {
    const verdict = getPairVerdict(edge.source.service, edge.target.service, edge.kind);
    if (verdict.verdict !== 'discouraged') return [];
    return [
      {
        message: `${edge.source.name} → ${edge.target.name}: ${verdict.reason}`,
        sources: verdict.sources,
        repairs: [
          ...verdict.via.map((chain) => insertChain(edge, chain, `Go through ${listServices(chain)}`, false)),
          removeEdge(edge),
        ],
      },
    ];
  },
});
