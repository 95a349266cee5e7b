/** An oracle case file as read: `docs` of the format live with the file itself. */

/** A node of a case; what fields it has depends on its kind. */
export type OracleNode = Readonly<Record<string, unknown>> & { id: string; kind: string };

/** From, to and, for a random choice, its probability. */
export interface OracleEdge {
  from: string;
  to: string;
  probability?: number;
}

export interface OracleCase {
  id: string;
  description: string;
  nodes: readonly OracleNode[];
  edges: readonly OracleEdge[];
  parameters: Readonly<Record<string, unknown>>;
  metric: { name: string; node: string };
  expected: number;
  tolerance: { abs: number; rel: number; absPerStepSecond: number };
  mode: string;
  run: Readonly<Record<string, number>>;
}

/** What a case asks that the kernel or the translation cannot express; the case then fails. */
export class OracleError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OracleError';
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads a case file. Throws OracleError when the text is not one. */
export function parseOracleFile(value: unknown): OracleCase[] {
  const cases = isFields(value) ? value['cases'] : undefined;
  if (!Array.isArray(cases)) {
    throw new OracleError('the file has no list of cases');
  }
  return cases.map((item, i) => parseCase(item, i));
}

function parseCase(value: unknown, index: number): OracleCase {
  if (!isFields(value)) {
    throw new OracleError(`case ${index} is not an object`);
  }
  const id = typeof value['id'] === 'string' ? value['id'] : `case ${index}`;
  const topology = getFields(value, 'topology');
  const metric = getFields(value, 'metric');
  const tolerance = getFields(value, 'tolerance');
  const expected = value['expected'];
  if (typeof expected !== 'number') {
    throw new OracleError(`${id}: expected is not a number`);
  }
  const nodes = asList(topology['nodes']).map((node) => parseNode(node, id));
  return {
    id,
    description: getText(value, 'description', ''),
    nodes,
    edges: asList(topology['edges']).map((edge) => parseEdge(edge, id)),
    parameters: getFields(value, 'parameters'),
    metric: { name: getText(metric, 'name', ''), node: getText(metric, 'node', '') },
    expected,
    tolerance: {
      abs: getNumber(tolerance, 'abs', 0),
      rel: getNumber(tolerance, 'rel', 0),
      absPerStepSecond: getNumber(tolerance, 'absPerStepSecond', 0),
    },
    mode: getText(value, 'mode', ''),
    run: Object.fromEntries(
      Object.entries(getFields(value, 'run')).filter(
        (entry): entry is [string, number] => typeof entry[1] === 'number',
      ),
    ),
  };
}

function parseNode(value: unknown, id: string): OracleNode {
  if (!isFields(value) || typeof value['id'] !== 'string' || typeof value['kind'] !== 'string') {
    throw new OracleError(`${id}: a node lacks an id or a kind`);
  }
  return value as OracleNode;
}

function parseEdge(value: unknown, id: string): OracleEdge {
  if (!Array.isArray(value) || value.length < 2) {
    throw new OracleError(`${id}: an edge is not [from, to] or [from, to, probability]`);
  }
  const [from, to, probability] = value as unknown[];
  return {
    from: String(from),
    to: String(to),
    ...(typeof probability === 'number' ? { probability } : {}),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Object under a key; empty when it is absent or something else. */
export function getFields(fields: Fields, key: string): Fields {
  const value = fields[key];
  return isFields(value) ? value : {};
}

/** List under a key; undefined when it is absent or something else. */
export function findList(fields: Fields, key: string): readonly unknown[] | undefined {
  const value = fields[key];
  return Array.isArray(value) ? value : undefined;
}

/** Number under a key, else the fallback; throws OracleError when there is neither. */
export function getNumber(fields: Fields, key: string, fallback?: number): number {
  const value = fields[key];
  if (typeof value === 'number' && Number.isFinite(value)) {
    return value;
  }
  if (fallback === undefined) {
    throw new OracleError(`${getText(fields, 'id', 'the case')} lacks the number ${key}`);
  }
  return fallback;
}

/** Text under a key, else the fallback. */
export function getText(fields: Fields, key: string, fallback: string): string {
  const value = fields[key];
  return typeof value === 'string' ? value : fallback;
}
