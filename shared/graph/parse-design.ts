import type { z } from 'zod';
import type { Design, DesignEdge } from './design.ts';
import { getMeanBytes } from './record-sizes.ts';
import { createEdgeId, createId } from './ids.ts';
import { currentVersion, migrateDocument } from './migrations/migrate.ts';
import { type DesignFile, designFileSchema } from './schema.ts';

/** Something wrong in a document: where, what was found, what is allowed, what to do. */
export interface ParseProblem {
  /** Place in the document: `nodes[2].position.x`; empty for the whole. */
  path: string;
  message: string;
}

export type ParseResult =
  | {
      ok: true;
      design: Design;
      /** Opened all the same, but saving in place would hide them: the app offers Save as. */
      problems: ParseProblem[];
      /** Names of the migrations applied. */
      migrated: string[];
      /** Written by a newer release: shown, not saved over. */
      newer: boolean;
    }
  | { ok: false; problems: ParseProblem[] };

/** At most this many problems are listed. */
const problemLimit = 100;

/**
 * Checks a parsed JSON value and turns it into a design with ids and defaults filled in.
 * Never throws. Positions that are left out stay out: layout fills them.
 */
export function parseDesign(value: unknown): ParseResult {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return refuse('', `A design is a JSON object with "nodes" and "edges"; found ${describe(value)}.`);
  }
  const raw = value as Record<string, unknown>;
  if (!('nodes' in raw)) {
    const seems =
      'Resources' in raw
        ? ' It looks like a CloudFormation template.'
        : 'tabs' in raw
          ? ' It looks like another tool’s file.'
          : '';
    return refuse('nodes', `"nodes" is missing: a list of services is required, it may be empty.${seems}`);
  }
  const version = raw['version'] ?? currentVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse(
      'version',
      `Found ${describe(version)}; a whole number from 1 to ${currentVersion} is allowed. Leave it out to mean ${currentVersion}.`,
    );
  }
  const { document, applied } = migrateDocument(raw, version);
  const parsed = designFileSchema.safeParse(document);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.slice(0, problemLimit).map((issue) => toProblem(issue, document)),
    };
  const duplicates = findDuplicateIds(parsed.data);
  if (duplicates.length > 0) return { ok: false, problems: duplicates.slice(0, problemLimit) };
  const design = fillIds(parsed.data);
  return {
    ok: true,
    design,
    problems: findDanglingReferences(design).slice(0, problemLimit),
    migrated: applied,
    newer: version > currentVersion,
  };
}

function refuse(path: string, message: string): ParseResult {
  return { ok: false, problems: [{ path, message }] };
}

/** Plain words for a wrong value: its type, and the value when short. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string' && value.length > 60) return `a text of ${value.length} characters`;
  if (value !== null && typeof value === 'object') return 'an object';
  return typeof value === 'number' ? value.toString() : JSON.stringify(value);
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function getAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const part of path) {
    if (current === null || typeof current !== 'object' || !Object.hasOwn(current, part)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[part];
  }
  return current;
}

function toProblem(issue: z.core.$ZodIssue, document: unknown): ParseProblem {
  const found = describe(getAt(document, issue.path));
  return { path: formatPath(issue.path), message: `Found ${found}; ${explain(issue)}.` };
}

function explain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${article(issue.expected)} is required`;
    case 'invalid_value':
      return `allowed: ${issue.values.map((item) => JSON.stringify(item)).join(', ')}`;
    case 'too_small':
      return `at least ${String(issue.minimum)}${issue.origin === 'string' ? ' characters' : ''} is required`;
    case 'too_big':
      return `at most ${String(issue.maximum)}${issue.origin === 'string' ? ' characters' : ''} is allowed`;
    case 'invalid_union':
      return issue.discriminator
        ? `"${issue.discriminator}" must be one of the documented kinds`
        : 'a JSON value with finite numbers is required';
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}

function article(expected: string): string {
  const word =
    expected === 'array'
      ? 'list'
      : expected === 'int'
        ? 'whole number'
        : expected === 'string'
          ? 'text'
          : expected;
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** Ids that differ only by case or Unicode form would be one file or resource name later. */
const foldId = (id: string): string => id.normalize('NFC').toLowerCase();

function findDuplicateIds(file: DesignFile): ParseProblem[] {
  const first = new Map<string, { id: string; path: string }>();
  const problems: ParseProblem[] = [];
  const lists = ['nodes', 'edges', 'containers', 'annotations', 'workloads', 'scenarios'] as const;
  for (const list of lists) {
    file[list].forEach((item, index) => {
      if (item.id === undefined) return;
      const path = `${list}[${index}].id`;
      const earlier = first.get(foldId(item.id));
      if (!earlier) first.set(foldId(item.id), { id: item.id, path });
      else {
        const same = earlier.id === item.id ? '' : ` (there it is written ${JSON.stringify(earlier.id)})`;
        problems.push({
          path,
          message: `The id ${JSON.stringify(item.id)} is already used at ${earlier.path}${same}; every id must be unique. Rename one of them.`,
        });
      }
    });
  }
  return problems;
}

function fillIds(file: DesignFile): Design {
  const taken = new Set<string>();
  for (const list of [
    file.nodes,
    file.edges,
    file.containers,
    file.annotations,
    file.workloads,
    file.scenarios,
  ]) {
    for (const item of list) if (item.id !== undefined) taken.add(item.id);
  }
  const claim = (id: string): string => {
    taken.add(id);
    return id;
  };
  const filled = {
    ...file,
    version: Math.max(file.version ?? currentVersion, currentVersion),
    edges: file.edges.map((edge) => ({
      ...edge,
      id: edge.id ?? claim(createEdgeId(edge.source, edge.target, taken)),
    })),
    annotations: file.annotations.map((item) => ({ ...item, id: item.id ?? claim(createId('note', taken)) })),
    workloads: file.workloads.map((item) => ({
      ...item,
      id: item.id ?? claim(createId(`${item.node}-load`, taken)),
      recordSizeBytes: getMeanBytes(item),
    })),
    scenarios: file.scenarios.map((item) => ({ ...item, id: item.id ?? claim(createId('scenario', taken)) })),
  };
  // zod types optional members as `T | undefined`; parsed JSON never holds undefined.
  return filled as unknown as Design;
}

/** References to things that are not there. The document opens; each is named. */
export function findDanglingReferences(design: Design): ParseProblem[] {
  const nodes = new Set(design.nodes.map((node) => node.id));
  const containers = new Set(design.containers.map((container) => container.id));
  const problems: ParseProblem[] = [];
  const missing = (path: string, what: string, id: string): void => {
    problems.push({ path, message: `There is no ${what} ${JSON.stringify(id)}. Add it or correct the id.` });
  };
  design.edges.forEach((edge: DesignEdge, index) => {
    if (!nodes.has(edge.source)) missing(`edges[${index}].source`, 'node', edge.source);
    if (!nodes.has(edge.target)) missing(`edges[${index}].target`, 'node', edge.target);
  });
  design.nodes.forEach((node, index) => {
    if (node.container !== undefined && !containers.has(node.container))
      missing(`nodes[${index}].container`, 'container', node.container);
  });
  design.containers.forEach((container, index) => {
    if (container.parent !== undefined && !containers.has(container.parent))
      missing(`containers[${index}].parent`, 'container', container.parent);
  });
  design.workloads.forEach((workload, index) => {
    if (!nodes.has(workload.node)) missing(`workloads[${index}].node`, 'node', workload.node);
  });
  design.scenarios.forEach((scenario, index) => {
    scenario.overrides?.forEach((item, row) => {
      if (!nodes.has(item.node)) missing(`scenarios[${index}].overrides[${row}].node`, 'node', item.node);
    });
    scenario.outages?.forEach((item, row) => {
      if (!nodes.has(item.node)) missing(`scenarios[${index}].outages[${row}].node`, 'node', item.node);
    });
  });
  return problems;
}
