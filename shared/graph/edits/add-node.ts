import type { Design, Position, Properties } from '../design.ts';
import { collectIds, createId } from '../ids.ts';

export interface AddNodeArgs {
  service: string;
  position?: Position;
  container?: string;
  name?: string;
  properties?: Properties;
}

/** Adds a node of a service and returns its id (the service id, numbered when taken). */
export function addNode(draft: Design, args: AddNodeArgs): string {
  const id = createId(args.service, collectIds(draft));
  draft.nodes.push({
    id,
    service: args.service,
    ...(args.name === undefined ? {} : { name: args.name }),
    ...(args.position ? { position: args.position } : {}),
    ...(args.container === undefined ? {} : { container: args.container }),
    properties: args.properties ?? {},
  });
  return id;
}
