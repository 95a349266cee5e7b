import type { Design, EdgeKind, Properties } from '../design.ts';
import { collectIds, createEdgeId } from '../ids.ts';

export interface ConnectArgs {
  source: string;
  target: string;
  sourcePort?: string;
  targetPort?: string;
  kind?: EdgeKind;
  properties?: Properties;
}

/** Adds an edge and returns its id; an edge with the same ends and ports is returned as it is. */
export function connect(draft: Design, args: ConnectArgs): string {
  const same = draft.edges.find(
    (edge) =>
      edge.source === args.source &&
      edge.target === args.target &&
      edge.sourcePort === args.sourcePort &&
      edge.targetPort === args.targetPort,
  );
  if (same) return same.id;
  const id = createEdgeId(args.source, args.target, collectIds(draft));
  draft.edges.push({
    id,
    source: args.source,
    target: args.target,
    ...(args.sourcePort === undefined ? {} : { sourcePort: args.sourcePort }),
    ...(args.targetPort === undefined ? {} : { targetPort: args.targetPort }),
    ...(args.kind === undefined ? {} : { kind: args.kind }),
    properties: args.properties ?? {},
  });
  return id;
}
