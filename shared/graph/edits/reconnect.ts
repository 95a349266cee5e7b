import type { Design } from '../design.ts';
import { findEdge } from '../queries.ts';

export interface ReconnectArgs {
  edge: string;
  source: string;
  target: string;
  sourcePort?: string;
  targetPort?: string;
}

/**
 * Moves an edge to other ends. Its own properties and kind belong to the old pair of services, so
 * they stay only while both ends stay; notes always stay.
 */
export function reconnect(draft: Design, args: ReconnectArgs): void {
  const edge = findEdge(draft, args.edge);
  if (!edge) return;
  if (edge.source !== args.source || edge.target !== args.target) {
    edge.properties = {};
    delete edge.kind;
  }
  edge.source = args.source;
  edge.target = args.target;
  if (args.sourcePort === undefined) delete edge.sourcePort;
  else edge.sourcePort = args.sourcePort;
  if (args.targetPort === undefined) delete edge.targetPort;
  else edge.targetPort = args.targetPort;
}
