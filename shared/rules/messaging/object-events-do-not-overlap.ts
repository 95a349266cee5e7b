import { defineNodeRule } from '../define-rule.ts';
import type { EdgeView } from '../view/design-view.ts';

/** Destinations of the bucket's own notifications; EventBridge gets every event anyway. */
const destinations = new Set(['lambda', 'sqs', 'sns']);

export const objectEventsDoNotOverlap = defineNodeRule({
  id: 'object-events-do-not-overlap',
  severity: 'error',
  category: 'Delivery',
  title: 'Notifications of a bucket do not overlap',
  description:
    'S3 sends an event to one destination. AWS refuses a notification configuration in which two destinations ask ' +
    'for the same event of overlapping key prefixes. Send the events to a topic or to EventBridge to reach several.',
  sources: ['S3-EVT'],
  services: ['s3'],
  reach: 'neighbours',
  check: (node) => {
    const edges = node.outgoing.filter((edge) => destinations.has(edge.target.service));
    return edges.flatMap((edge, index) =>
      edges
        .slice(index + 1)
        .filter((other) => overlaps(edge, other))
        .map((other) => ({
          message: `${node.name} notifies ${edge.target.name} (${describe(edge)}) and ${other.target.name} (${describe(other)}) of the same objects; one destination is allowed. Use prefixes that do not overlap, or a topic in between.`,
          targets: [
            { kind: 'edge' as const, id: edge.id, property: 'prefix' },
            { kind: 'edge' as const, id: other.id, property: 'prefix' },
          ],
        })),
    );
  },
});

function overlaps(left: EdgeView, right: EdgeView): boolean {
  const [a, b] = [getText(left, 'prefix'), getText(right, 'prefix')];
  const [x, y] = [getText(left, 'suffix'), getText(right, 'suffix')];
  return (a.startsWith(b) || b.startsWith(a)) && (x.endsWith(y) || y.endsWith(x));
}

function describe(edge: EdgeView): string {
  const [prefix, suffix] = [getText(edge, 'prefix'), getText(edge, 'suffix')];
  return prefix === '' && suffix === '' ? 'all keys' : `${prefix}*${suffix}`;
}

function getText(edge: EdgeView, property: string): string {
  return edge.config.has(property) ? edge.config.text(property) : '';
}
