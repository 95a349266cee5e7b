import { defineEdgeRule } from '../define-rule.ts';
import { getRegionOf, isOnPremises } from '../view/design-view.ts';
import { formatByteRate } from '../wording.ts';

export const crossRegionDataIsIntended = defineEdgeRule({
  id: 'cross-region-data-is-intended',
  codes: ['G-058'],
  severity: 'warning',
  category: 'Network',
  title: 'Data crosses Regions only where that is wanted',
  description:
    'Traffic between Regions is charged per GB and takes tens to hundreds of milliseconds longer. Keep producers and ' +
    'consumers together, or replicate once and read locally.',
  sources: ['ASSUMPTION'],
  reach: 'rates',
  check: ({ source, target, kind, flow }, view) => {
    if (kind !== 'data' && kind !== 'change-capture') return [];
    if (isOnPremises(source) || isOnPremises(target)) return [];
    const from = getRegionOf(source, view);
    const to = getRegionOf(target, view);
    if (from === to) return [];
    const load = flow.bytesMean > 0 ? `, ${formatByteRate(flow.bytesMean)} on average (estimated)` : '';
    return [
      {
        message: `Data goes from ${from} (${source.name}) to ${to} (${target.name})${load}; transfer between Regions is charged per GB. Move one of them or replicate once.`,
      },
    ];
  },
});
