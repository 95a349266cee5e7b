import type { Design } from '../graph/design.ts';
import { getFlowOrder } from '../graph/queries.ts';
import type { ServiceDefinition } from '../services/define-service.ts';
import { findService as findCatalogueService } from '../services/registry.ts';
import type { Blocker, IacGraph } from './ir/graph.ts';
import { buildContexts } from './lower/build-contexts.ts';
import { checkCombinations } from './lower/check-combinations.ts';
import { checkGraph } from './lower/check-graph.ts';
import { checkTexts } from './lower/check-texts.ts';
import { collectContributions, collectFiles, collectOutputs, collectVariables } from './lower/collect.ts';
import { GraphBuilder } from './lower/graph-builder.ts';

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
  const contributions = collectContributions(input, blockers);
  const texts = checkTexts(design);
  const builder = new GraphBuilder(input, contributions);
  const order = getFlowOrder(design);
  const graph: IacGraph = {
    name: design.name,
    description: design.description ?? '',
    region: design.settings.region,
    tags: design.settings.tags,
    sections: input.nodes.map(({ node, service }) => ({
      id: node.id,
      title: node.name ?? service.displayName,
      service: service.displayName,
      ...(node.notes !== undefined && node.notes.trim() !== '' && { notes: node.notes }),
    })),
    ...builder.build(order),
    variables: collectVariables(contributions, blockers),
    outputs: collectOutputs(input, contributions),
    files: collectFiles(contributions, blockers),
    manualSteps: [...contributions.values()].flatMap((contribution) => contribution.manualSteps ?? []),
    warnings: texts.warnings,
  };
  if (graph.cloudFormation.length === 0 && graph.terraform.length === 0 && blockers.length === 0) {
    blockers.push({ message: 'Nothing is exported: no node of the design is a resource of AWS.' });
  }
  return {
    graph,
    blockers: [
      ...blockers,
      ...texts.blockers,
      ...builder.blockers,
      ...checkGraph(graph),
      ...checkCombinations(graph),
    ],
  };
}
