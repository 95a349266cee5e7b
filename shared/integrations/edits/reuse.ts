import type { Design, DesignNode } from '../../graph/design.ts';
import { findNode, getIncomingEdges, getOutgoingEdges } from '../../graph/queries.ts';

/** Services whose node can serve one more target beside those it has. */
const shareable: ReadonlySet<string> = new Set([
  's3',
  'kds',
  'kvs',
  'msk',
  'sns',
  'eventbridge-rule',
  'iot-core',
  'api-gateway',
  'step-functions',
  'glue-catalog',
  'athena',
  'cw-logs',
  'cw-metrics',
  'cw-alarm',
]);

/**
 * A node of the service that already follows `after` and can take another target (MI-02): a shareable
 * one, or one that leads nowhere yet. A bucket must not archive or hide its objects from readers. For the
 * last step of a chain a catalogue in front of the target is used as well.
 */
export function findReusable(
  design: Design,
  service: string,
  after: string | undefined,
  before: string | undefined,
): DesignNode | undefined {
  const followers = after === undefined ? [] : getOutgoingEdges(design, after).map((edge) => edge.target);
  const leaders =
    service === 'glue-catalog' && before !== undefined
      ? getIncomingEdges(design, before).map((edge) => edge.source)
      : [];
  for (const id of [...followers, ...leaders]) {
    const node = findNode(design, id);
    if (node && node.service === service && isCompatible(design, node)) return node;
  }
  return undefined;
}

function isCompatible(design: Design, node: DesignNode): boolean {
  if (!shareable.has(node.service)) return getOutgoingEdges(design, node.id).length === 0;
  if (node.service !== 's3') return true;
  const { encryption, storageClass } = node.properties;
  return encryption !== 'SSE_C' && encryption !== 'CLIENT_SIDE' && !archives.has(storageClass);
}

const archives: ReadonlySet<unknown> = new Set(['GLACIER', 'DEEP_ARCHIVE']);
