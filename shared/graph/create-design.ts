import type { Design } from './design.ts';
import { currentVersion } from './migrations/migrate.ts';

/** An empty document. */
export function createDesign(name = 'Untitled pipeline'): Design {
  return {
    version: currentVersion,
    name,
    settings: { region: 'us-east-1', tags: {} },
    nodes: [],
    edges: [],
    containers: [],
    annotations: [],
    workloads: [],
    scenarios: [],
    suppressions: [],
  };
}
