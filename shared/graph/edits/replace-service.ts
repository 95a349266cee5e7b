import type { Design } from '../design.ts';
import { findNode } from '../queries.ts';

/**
 * Makes a node another service, keeping its place, name, notes and edges, and the properties both
 * services share. Ports belong to the old service, so edges go back to the first port that fits.
 */
export function replaceService(
  draft: Design,
  args: { node: string; service: string; sharedProperties: readonly string[] },
): void {
  const node = findNode(draft, args.node);
  if (!node) return;
  node.service = args.service;
  delete node.sizing;
  delete node.alarms;
  for (const name of Object.keys(node.properties)) {
    if (!args.sharedProperties.includes(name)) delete node.properties[name];
  }
  for (const edge of draft.edges) {
    if (edge.source === node.id) delete edge.sourcePort;
    if (edge.target === node.id) delete edge.targetPort;
    if (edge.source === node.id || edge.target === node.id) {
      // Kind and properties describe the old pair of services.
      edge.properties = {};
      delete edge.kind;
    }
  }
}
