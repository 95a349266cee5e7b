import type { Container, Design, DesignNode, PropertyValue } from '../../../../shared/graph/design.ts';
import { exportDesign } from '../../../../shared/iac/export.ts';
import { artifactReferences } from '../../../../shared/integrations/artifact-references.ts';
import { getEdgeProperties } from '../../../../shared/integrations/edge-properties.ts';
import type { PairRule } from '../../../../shared/integrations/integration.ts';
import { pairRules } from '../../../../shared/integrations/registry.ts';
import { checkDesign } from '../../../../shared/rules/engine.ts';
import type { PropertyDefinition } from '../../../../shared/services/property.ts';
import { getLimitMetrics } from '../../../../shared/services/limit-metrics.ts';
import { findService, services } from '../../../../shared/services/registry.ts';
import { buildDesign } from '../designs.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { addCompanions, buildNode, type CaseNode } from './companions.ts';
import { buildValues } from './property-values.ts';
import { Random } from './random.ts';

/** A generated design under the name of its case. */
export interface GeneratedDesign {
  name: string;
  design: Design;
}

/** Rows that can be drawn and exported as they are. */
export const exportableRows: readonly PairRule[] = [
  ...pairRules.filter(({ verdict }) => verdict === 'direct' || verdict === 'discouraged'),
  ...artifactReferences,
];

/** Kinds that take few neighbours of a side, so that rows do not share them. */
const lonely: ReadonlySet<string> = new Set([
  'firehose',
  'dms',
  'datasync',
  'eventbridge-pipe',
  'quicksight',
  'cw-alarm',
  'cloudfront',
  'cw-logs',
  'bedrock-kb',
  'sm-endpoint',
  'data-pipeline',
]);

interface Draft {
  nodes: CaseNode[];
  edges: { id: string; source: string; target: string; kind?: PairRule['kind'] }[];
}

/** The design without the errors that the rules can repair. */
function repair(design: Design): Design {
  let repaired = design;
  for (let round = 0; round < 6; round += 1) {
    const before = getErrors(repaired).size;
    const finding = checkDesign(repaired).find(
      ({ severity, repairs }) => severity === 'error' && repairs.length > 0,
    );
    if (!finding) break;
    const draft = structuredClone(repaired);
    finding.repairs[0]?.apply(draft);
    if (getErrors(draft).size >= before) break;
    repaired = draft;
  }
  return repaired;
}

/** How often each property has been given a value. */
type Tally = Map<string, number>;

const count = (tally: Tally, key: string): number => tally.get(key) ?? 0;

/** Draws the rows of one design; some share nodes, as in real designs. */
function drawRows(rows: readonly PairRule[], random: Random): Draft {
  const draft: Draft = { nodes: [], edges: [] };
  const take = (service: string, index: number, side: string): string => {
    const shared = draft.nodes.filter((node) => node.service === service);
    const found = !lonely.has(service) && random.chance(0.4) ? random.pick(shared) : undefined;
    if (found) return found.id;
    const id = `${service}-${side}${index + 1}`;
    draft.nodes.push(buildNode(id, service));
    return id;
  };
  rows.forEach((row, index) => {
    const source = take(row.source, index, 'a');
    let target = take(row.target, index, 'b');
    if (source === target || draft.edges.some((edge) => edge.source === source && edge.target === target)) {
      target = `${row.target}-c${index + 1}`;
      draft.nodes.push(buildNode(target, row.target));
    }
    draft.edges.push({ id: `edge-${index + 1}`, source, target, kind: row.kind });
  });
  completeDraft(draft, 'extra');
  return draft;
}

/** Adds what the nodes cannot be exported without. */
function completeDraft(draft: Draft, prefix: string): void {
  const edges: { source: string; target: string }[] = [...draft.edges];
  const before = edges.length;
  addCompanions(draft.nodes, edges);
  draft.edges.push(...edges.slice(before).map((edge, index) => ({ id: `${prefix}-${index + 1}`, ...edge })));
}

/** Whether both exports take the design and no rule finds an error that was not there before. */
function isTaken(design: Design, errorsBefore: ReadonlySet<string>): boolean {
  if ((['cdk', 'terraform'] as const).some((target) => exportDesign(design, target).blockers.length > 0))
    return false;
  return [...getErrors(design)].every((key) => errorsBefore.has(key));
}

function getErrors(design: Design): Set<string> {
  const findings = checkDesign(design).filter((finding) => finding.severity === 'error');
  return new Set(findings.map((finding) => finding.key));
}

/** The design with one more property; the properties that make it count come with it. */
function setNodeProperty(
  design: Design,
  id: string,
  definition: PropertyDefinition,
  value: PropertyValue,
): Design {
  const shown = definition.visibleWhen;
  const set = design.nodes.find((node) => node.id === id)?.properties[shown?.property ?? ''];
  // Another value has been set on purpose; this property has to wait for another design.
  if (shown && set !== undefined && !shown.equals.includes(set)) return design;
  return {
    ...design,
    nodes: design.nodes.map((node): DesignNode => {
      if (node.id !== id) return node;
      const enabling = shown?.equals[0];
      const needed =
        shown && enabling !== undefined && !shown.equals.includes(node.properties[shown.property] ?? '')
          ? { [shown.property]: enabling }
          : {};
      return { ...node, properties: { ...node.properties, ...needed, [definition.name]: value } };
    }),
  };
}

const setEdgeProperty = (design: Design, id: string, name: string, value: PropertyValue): Design => ({
  ...design,
  edges: design.edges.map((edge) =>
    edge.id === id ? { ...edge, properties: { ...edge.properties, [name]: value } } : edge,
  ),
});

/** More make a design nobody draws; fewer designs than a hundred leave rows out instead. */
const mostRows = 8;

/** Most properties that one design sets; each is tried on its own, which takes a while. */
const propertiesPerDesign = 18;

/** Properties of which one design sets one: their values go together in ways that no property states. */
const conflicts: readonly (readonly string[])[] = [
  ['aurora.engine', 'aurora.engineVersion'],
  ['rds.engine', 'rds.engineVersion', 'rds.dbInstanceClass'],
];

interface Wanted {
  key: string;
  values(random: Random): PropertyValue[];
  set(design: Design, value: PropertyValue): Design;
}

function listWanted(design: Design): Wanted[] {
  const services = new Map(design.nodes.map((node) => [node.id, node.service]));
  const ofNodes = design.nodes.flatMap((node): Wanted[] =>
    (findService(node.service)?.properties ?? []).map((definition) => ({
      key: `${node.service}.${definition.name}`,
      values: (random) => buildValues(node.service, definition, random),
      set: (from, value) => setNodeProperty(from, node.id, definition, value),
    })),
  );
  const ofEdges = design.edges.flatMap((edge): Wanted[] =>
    getEdgeProperties(services.get(edge.source) ?? '', services.get(edge.target) ?? '').map((definition) => ({
      key: `edge.${definition.name}`,
      values: (random) => buildValues('edge', definition, random),
      set: (from, value) => setEdgeProperty(from, edge.id, definition.name, value),
    })),
  );
  return [...ofNodes, ...ofEdges];
}

/** Gives the properties that were used least values of their own. */
function setProperties(design: Design, tally: Tally, random: Random, most: number): Design {
  const errors = getErrors(design);
  const wanted = random.shuffle(listWanted(design)).sort((a, b) => count(tally, a.key) - count(tally, b.key));
  const done = new Set<string>();
  let result = design;
  for (const { key, values, set } of wanted) {
    if (done.size >= most) break;
    if (
      done.has(key) ||
      conflicts.some((group) => group.includes(key) && group.some((other) => done.has(other)))
    )
      continue;
    for (const value of values(random).slice(0, 4)) {
      const changed = set(result, value);
      if (changed === result || !isTaken(changed, errors)) continue;
      result = changed;
      done.add(key);
      tally.set(key, count(tally, key) + 1);
      break;
    }
  }
  return result;
}

/** Containers around some of the nodes, one in another. */
function addContainers(design: Design, random: Random): Design {
  const kinds = ['account', 'region', 'vpc', 'subnet'] as const;
  const nested = kinds.map((kind, index): Container => {
    const parent = kinds[index - 1];
    return {
      id: `in-${kind}`,
      kind,
      name: `My ${kind}`,
      properties: {},
      ...(parent && { parent: `in-${parent}` }),
    };
  });
  const other: Container = {
    id: 'in-other',
    kind: random.pick(['on-premises', 'outposts', 'group'] as const) ?? 'group',
    name: 'Elsewhere',
    properties: {},
  };
  const errors = getErrors(design);
  let result: Design = { ...design, containers: [...nested, other] };
  if (!isTaken(result, errors)) return design;
  for (const { id } of design.nodes) {
    const container = random.pick([...nested, other])?.id;
    if (container === undefined || random.chance(0.4)) continue;
    const changed = {
      ...result,
      nodes: result.nodes.map((node) => (node.id === id ? { ...node, container } : node)),
    };
    if (isTaken(changed, errors)) result = changed;
  }
  return result;
}

/** Texts a designer writes, hostile ones among them. */
function addTexts(design: Design, random: Random): Design {
  const text = (): string => random.pick(hostileTexts) ?? 'plain';
  // Collections of Rekognition take no spaces.
  const spaced = design.nodes.some(({ service }) => service === 'rekognition-video')
    ? 'a+b=@c'
    : 'a + b = @c';
  return {
    ...design,
    description: text(),
    settings: {
      ...design.settings,
      tags: { team: 'data', stage: random.pick(['test', 'live', spaced]) ?? '' },
    },
    nodes: design.nodes.map((node) =>
      random.chance(0.3) ? { ...node, name: `${node.id} ${text()}`, notes: text() } : node,
    ),
  };
}

/** Names of containers, alarms, and what values were sized for. Draws nothing, so that the rest stays. */
function addRunRecords(design: Design, index: number): Design {
  const text = (offset: number): string => hostileTexts[(index + offset) % hostileTexts.length] ?? 'plain';
  return {
    ...design,
    // The name of a Region container may be a Region.
    containers: design.containers.map((container, place) =>
      container.kind === 'region' ? container : { ...container, name: text(place) },
    ),
    nodes: design.nodes.map((node, place) => {
      const run = { scenario: text(place), seed: place };
      const alarms = getLimitMetrics(node.service).map(({ name }, offset) => ({
        metric: name,
        limit: text(place + offset + 1),
        peakUtilization: 0.9,
        ...run,
      }));
      const property = findService(node.service)?.simulation.scaledBy ?? '';
      const value = node.properties[property];
      const sizing = typeof value === 'number' && { [property]: { value, demand: text(place + 7), ...run } };
      return { ...node, ...(alarms.length > 0 && { alarms }), ...(sizing && { sizing }) };
    }),
  };
}

/** Services that take a customer managed key and are seldom drawn with one. */
const keyed = ['opensearch', 'q-business', 'rekognition-video', 'cloudtrail', 'kvs'] as const;

/** Settings that only take others into account: small designs in which they can be made. */
const arrangements: readonly (() => Draft)[] = [
  () => ({
    nodes: ['kms', ...keyed].map((id) => buildNode(id, id)),
    edges: keyed.map((target) => ({
      id: `key-${target}`,
      source: 'kms',
      target,
    })),
  }),
  () => ({
    nodes: [
      buildNode('bucket', 's3'),
      buildNode('catalog', 'glue-catalog'),
      { id: 'delivery', service: 'firehose', properties: { bufferSizeMBs: 128 } },
    ],
    edges: [
      { id: 'to-bucket', source: 'delivery', target: 'bucket' },
      { id: 'schema', source: 'catalog', target: 'delivery' },
    ],
  }),
  () => ({
    nodes: [buildNode('delivery', 'firehose'), buildNode('backup', 's3'), buildNode('search', 'splunk')],
    edges: [
      { id: 'to-search', source: 'delivery', target: 'search' },
      { id: 'to-backup', source: 'delivery', target: 'backup' },
    ],
  }),
  () => ({
    nodes: [buildNode('code', 'lambda'), buildNode('endpoint', 'vpce-s3'), buildNode('bucket', 's3')],
    edges: [
      { id: 'in', source: 'code', target: 'endpoint' },
      { id: 'out', source: 'endpoint', target: 'bucket' },
    ],
  }),
];

/** A row whose edge has properties that the designs before did not get to. */
function takeLeftoverRow(tally: Tally, tried: Set<string>): PairRule | undefined {
  const nameOf = ({ source, target }: PairRule): string => `${source}>${target}`;
  const row = exportableRows.find(
    (candidate) =>
      !tried.has(nameOf(candidate)) &&
      getEdgeProperties(candidate.source, candidate.target).some(
        ({ name }) => count(tally, `edge.${name}`) === 0,
      ),
  );
  if (row) tried.add(nameOf(row));
  return row;
}

/** Rows and services with properties that the designs before the last ones did not get to. */
function drawLeftovers(tally: Tally, tried: Set<string>, limit: number, random: Random): Draft {
  const row = takeLeftoverRow(tally, tried);
  const draft = row ? drawRows([row], random) : { nodes: [], edges: [] };
  for (const { id, properties } of services) {
    if (draft.nodes.length >= limit) break;
    const open = properties.filter(({ name }) => count(tally, `${id}.${name}`) === 0);
    if (open.length === 0 || tried.has(id)) continue;
    tried.add(id);
    draft.nodes.push(buildNode(`left-${id}`, id));
  }
  if (draft.nodes.length === 0) tried.clear();
  // A design with nothing of AWS in it exports nothing.
  else if (!draft.nodes.some((node) => node.service === 's3')) draft.nodes.push(buildNode('bucket', 's3'));
  completeDraft(draft, 'left');
  return draft;
}

/**
 * As many designs as asked for, which from about eighty on draw every row that can be exported and give every
 * property a value of its own; the same seed gives the same designs.
 */
export function generateDesigns(total: number, seed: number): GeneratedDesign[] {
  const random = new Random(seed);
  const rows = random.shuffle(exportableRows);
  const tally: Tally = new Map();
  const tried = new Set<string>();
  const waiting = [...arrangements];
  const forLeftovers = Math.max(1, Math.floor(total / 6));
  const perDesign = Math.min(mostRows, Math.ceil(rows.length / Math.max(1, total - forLeftovers)));
  return Array.from({ length: total }, (_, index) => {
    const own = rows.slice(index * perDesign, (index + 1) * perDesign);
    const draft =
      own.length > 0 ? drawRows(own, random) : (waiting.pop()?.() ?? drawLeftovers(tally, tried, 6, random));
    if (draft.nodes.length === 0) {
      own.push(...random.shuffle(rows).slice(0, perDesign));
      Object.assign(draft, drawRows(own, random));
    }
    const name = `generated-${index + 1}`;
    const drawn = repair(buildDesign(draft.nodes, draft.edges, `Generated ${index + 1}`));
    const placed = index % 3 === 0 ? addContainers(drawn, random) : drawn;
    const most = own.length > 0 ? propertiesPerDesign : 3 * propertiesPerDesign;
    const design = addRunRecords(addTexts(setProperties(placed, tally, random, most), random), index);
    return { name, design };
  });
}
