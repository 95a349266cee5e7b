import type { Design } from './design.ts';

/** Members in the order they are written; anything else follows in code-point order. */
const memberOrder: Readonly<Record<string, readonly string[]>> = {
  design: [
    'version',
    'name',
    'description',
    'settings',
    'nodes',
    'edges',
    'containers',
    'annotations',
    'workloads',
    'scenarios',
    'suppressions',
  ],
  nodes: ['id', 'service', 'name', 'position', 'container', 'properties', 'sizing', 'alarms', 'notes'],
  alarms: ['metric', 'limit', 'peakUtilization', 'scenario', 'seed'],
  edges: ['id', 'source', 'target', 'sourcePort', 'targetPort', 'kind', 'properties', 'notes'],
  containers: ['id', 'kind', 'name', 'parent', 'position', 'size', 'properties'],
  annotations: ['id', 'text', 'position', 'size'],
  workloads: [
    'id',
    'node',
    'name',
    'arrivals',
    'recordSizeBytes',
    'recordSizes',
    'keyCount',
    'keys',
    'duplicateShare',
    'lateShare',
    'lateSeconds',
  ],
  scenarios: ['id', 'name', 'durationSeconds', 'seed', 'loadFactor', 'overrides', 'outages'],
  suppressions: ['rule', 'target', 'reason'],

  arrivals: ['pattern'],
  position: ['x', 'y'],
  size: ['width', 'height'],
  keys: ['kind'],
  recordSizes: ['kind'],
};

const listMembers = new Set([
  'nodes',
  'edges',
  'containers',
  'annotations',
  'workloads',
  'scenarios',
  'suppressions',
]);

/**
 * The document as text: fixed member order, UTF-8, LF, one node, edge or other item per line, so
 * that version control shows and merges changes by item. The same design gives the same text on
 * every machine. Empty lists and empty properties are left out, except nodes and edges.
 */
export function serializeDesign(design: Design): string {
  const lines: string[] = [];
  for (const [name, value] of orderMembers(design as unknown as Record<string, unknown>, 'design')) {
    if (value === undefined) continue;
    if (listMembers.has(name) && Array.isArray(value)) {
      if (value.length === 0 && name !== 'nodes' && name !== 'edges') continue;
      const items = value.map((item) => `    ${formatValue(item, name)}`);
      lines.push(
        items.length === 0
          ? `  ${JSON.stringify(name)}: []`
          : `  ${JSON.stringify(name)}: [\n${items.join(',\n')}\n  ]`,
      );
    } else {
      lines.push(`  ${JSON.stringify(name)}: ${formatValue(value, name)}`);
    }
  }
  return `{\n${lines.join(',\n')}\n}\n`;
}

function orderMembers(value: Record<string, unknown>, kind: string): [string, unknown][] {
  const order = memberOrder[kind] ?? [];
  const known = order.filter((name) => Object.hasOwn(value, name));
  const rest = Object.keys(value)
    .filter((name) => !order.includes(name))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return [...known, ...rest].map((name) => [name, value[name]]);
}

function formatValue(value: unknown, kind: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => formatValue(item, kind)).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = orderMembers(value as Record<string, unknown>, kind)
    .filter(([name, member]) => member !== undefined && !(name === 'properties' && isEmpty(member)))
    .map(([name, member]) => `${JSON.stringify(name)}: ${formatValue(member, name)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function isEmpty(value: unknown): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).length === 0;
}
