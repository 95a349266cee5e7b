import { defineNodeRule, type Problem } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import type { NodeView } from '../view/design-view.ts';

const latestDays = 730;

export const archiveTierDaysInRange = defineNodeRule({
  id: 'archive-tier-days-in-range',
  codes: ['G-094'],
  severity: 'error',
  category: 'Storage',
  title: 'Archive tiers of Intelligent-Tiering start after 90 or 180 to 730 days',
  description:
    'The optional archive access tier takes 90 to 730 days without access, the deep archive tier 180 to 730. ' +
    'AWS refuses other values.',
  sources: ['S3-IT', 'N-017'],
  services: ['s3'],
  reach: 'own',
  check: (node) => [
    ...checkDays(node, 'archiveAccessDays', 'archive access', 90),
    ...checkDays(node, 'deepArchiveAccessDays', 'deep archive access', 180),
  ],
});

function checkDays(node: NodeView, property: string, tier: string, earliest: number): Problem[] {
  const days = node.config.number(property);
  // Above 730 the value is outside the property's own range and reported there.
  if (days <= 0 || days >= earliest) return [];
  return [
    {
      message: `${node.name} moves objects to the ${tier} tier after ${days} days without access; ${earliest} to ${latestDays} days are allowed (0 leaves the tier off).`,
      property,
      part: property,
      repairs: [
        setNodeProperty(node, property, earliest, `Set ${earliest} days`),
        { ...setNodeProperty(node, property, 0, 'Leave the tier off'), id: `clear-${property}` },
      ],
    },
  ];
}
