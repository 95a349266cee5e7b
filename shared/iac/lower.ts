import type { Design } from '../graph/design.ts';
import { getContainersAround, getFlowOrder } from '../graph/queries.ts';
import type { ServiceDefinition } from '../services/define-service.ts';
import { findService as findCatalogueService } from '../services/registry.ts';
import type { Blocker, IacGraph, Section } from './ir/graph.ts';
import { addAlarms } from './lower/add-alarms.ts';
import { buildContexts, type LoweringNode } from './lower/build-contexts.ts';
import { checkCombinations } from './lower/check-combinations.ts';
import { checkGraph } from './lower/check-graph.ts';
import { checkPlaces } from './lower/check-places.ts';
import { checkTexts } from './lower/check-texts.ts';
import {
  collectContributions,
  collectFiles,
  collectManualSteps,
  collectOutputs,
  collectVariables,
} from './lower/collect.ts';
import { findUnwiredEdges } from './lower/find-unwired-edges.ts';
import { GraphBuilder } from './lower/graph-builder.ts';
import { describeSizing } from './lower/describe-sizing.ts';
import { scopeNetworks } from './lower/scope-networks.ts';

export interface LowerResult {
  graph: IacGraph;
  /** Empty when the graph can be printed. */
  blockers: readonly Blocker[];
}

/**
 * Turns a design into the resources, roles and permissions that both tools deploy.
 * Mistakes of the design come back as blockers; nothing is left out silently.
 */
export function lowerDesign(
  design: Design,
  findService: (id: string) => ServiceDefinition | undefined = findCatalogueService,
): LowerResult {
  const input = buildContexts(design, findService);
  const blockers: Blocker[] = design.nodes
    .filter((node) => !findService(node.service))
    .map((node) => ({ node: node.id, message: `The catalogue has no service "${node.service}".` }));
  const drawn = collectContributions(input, blockers);
  const watched = addAlarms(input.nodes, drawn);
  const places = checkPlaces(design, input.nodes, drawn);
  const { contributions, warnings } = scopeNetworks(design, input.nodes, watched.contributions);
  const texts = checkTexts(design);
  const builder = new GraphBuilder(input, contributions);
  const order = getFlowOrder(design);
  const graph: IacGraph = {
    name: design.name,
    description: design.description ?? '',
    region: design.settings.region,
    tags: design.settings.tags,
    sections: input.nodes.map((entry) => buildSection(design, entry)),
    ...builder.build(order),
    variables: collectVariables(contributions, blockers),
    outputs: collectOutputs(input, contributions),
    files: collectFiles(contributions, blockers),
    manualSteps: collectManualSteps(input, contributions),
    warnings: [
      ...texts.warnings,
      ...places.warnings,
      ...watched.warnings,
      ...warnings,
      ...findUnwiredEdges(input),
    ],
  };
  if (graph.cloudFormation.length === 0 && graph.terraform.length === 0 && blockers.length === 0) {
    blockers.push({ message: 'Nothing is exported: no node of the design is a resource of AWS.' });
  }
  return {
    graph,
    blockers: [
      ...blockers,
      ...texts.blockers,
      ...places.blockers,
      ...builder.blockers,
      ...checkGraph(graph),
      ...checkCombinations(graph),
    ],
  };
}

function buildSection(design: Design, { node, service, config }: LoweringNode): Section {
  const sizing = describeSizing(node.sizing ?? {}, service.properties, config);
  const within = getContainersAround(design, node).toReversed();
  return {
    id: node.id,
    title: node.name ?? service.displayName,
    service: service.displayName,
    ...(node.notes !== undefined && node.notes.trim() !== '' && { notes: node.notes }),
    ...(sizing.length > 0 && { sizing }),
    ...(within.length > 0 && { within: within.map(({ id, kind, name }) => ({ id, kind, name })) }),
  };
}
