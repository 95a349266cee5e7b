import { getPairVerdict } from '../../integrations/verdict.ts';
import { defineEdgeRule } from '../define-rule.ts';
import { removeEdge } from '../repairs.ts';

export const edgeIsRuledOn = defineEdgeRule({
  id: 'edge-is-ruled-on',
  severity: 'warning',
  category: 'Connections',
  title: 'Every edge is between services that the integration book rules on',
  description:
    'Nobody has looked this pair up yet, so the app can neither confirm the connection nor export what it ' +
    'needs. Check the documentation of both services before you rely on it.',
  sources: ['DERIVED'],
  reach: 'ends',
  check: (edge) => {
    // A service the catalogue lacks has a finding of its own.
    if (!edge.source.definition || !edge.target.definition) return [];
    const verdict = getPairVerdict(edge.source.service, edge.target.service, edge.kind);
    if (verdict.verdict !== 'unknown') return [];
    return [
      {
        message: `${edge.source.name} → ${edge.target.name}: ${verdict.reason}`,
        sources: verdict.sources,
        repairs: [removeEdge(edge)],
      },
    ];
  },
});
