import { getPairVerdict } from '../../integrations/verdict.ts';
import { defineEdgeRule } from '../define-rule.ts';
import { insertChain, removeEdge } from '../repairs.ts';
import { listServices } from '../wording.ts';

export const edgeHasItsMediator = defineEdgeRule({
  id: 'edge-has-its-mediator',
  codes: ['G-002'],
  severity: 'error',
  category: 'Connections',
  title: 'Services that meet only through others have them in between',
  description:
    'AWS offers no direct connection between these two services. The usual way leads through the services ' +
    'that the repair inserts, with the settings that the project recommends for them.',
  sources: ['DERIVED'],
  reach: 'ends',
  check: (edge) => {
    const verdict = getPairVerdict(edge.source.service, edge.target.service, edge.kind);
    if (verdict.verdict !== 'via') return [];
    return [
      {
        message: `${edge.source.name} → ${edge.target.name}: ${verdict.reason}`,
        sources: verdict.sources,
        repairs: [
          // The first chain is the recommended one; it keeps both ends and what the edge means.
          ...verdict.via.map((chain, index) =>
            insertChain(edge, chain, `Insert ${listServices(chain)}`, index === 0),
          ),
          removeEdge(edge),
        ],
      },
    ];
  },
});
