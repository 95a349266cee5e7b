import type { Container, ContainerKind, Design } from '../../graph/design.ts';
import { getContainersAround } from '../../graph/queries.ts';
import { getRegionOfContainer } from '../../graph/regions.ts';
import type { Blocker } from '../ir/graph.ts';
import type { IacContribution } from '../ir/mapping.ts';
import type { LoweringNode } from './build-contexts.ts';

/** What the places of the design say that one export cannot do, or does otherwise. */
export interface PlaceFindings {
  blockers: readonly Blocker[];
  warnings: readonly string[];
}

/** Services whose far end stands on premises; their resources in AWS are where they should be. */
const atSite: ReadonlySet<string> = new Set(['Producers and on-premises', 'Migration and transfer']);

/** An export goes to one account and one Region; what is drawn in two is two deployments. */
export function checkPlaces(
  design: Design,
  nodes: readonly LoweringNode[],
  contributions: ReadonlyMap<string, IacContribution>,
): PlaceFindings {
  if (design.containers.length === 0) return { blockers: [], warnings: [] };
  const deployed = nodes
    .filter(({ node }) => {
      const { cloudFormation = [], terraform = [] } = contributions.get(node.id) ?? {};
      return cloudFormation.length + terraform.length > 0;
    })
    .map(({ node, service, context }) => ({
      id: node.id,
      title: context.name,
      category: service.category,
      around: getContainersAround(design, node),
    }));
  const find = (around: readonly Container[], ...kinds: ContainerKind[]): Container | undefined =>
    around.find(({ kind }) => kinds.includes(kind));

  const blockers: Blocker[] = [];
  const accounts = new Map<string, string>();
  const regions = new Map<string, string>();
  for (const { id, around } of deployed) {
    const account = find(around, 'account');
    if (account && !accounts.has(account.id)) accounts.set(account.id, account.name);
    const region = getRegionOfContainer(find(around, 'region')) ?? design.settings.region;
    if (!regions.has(region)) regions.set(region, id);
  }
  if (accounts.size > 1) {
    blockers.push({
      message: `Services are drawn in ${accounts.size} accounts (${list([...accounts.values()])}). An export goes to one account: make a design of each, and let the policies of what they share name the other account.`,
    });
  }
  if (regions.size > 1) {
    const codes = [...regions.keys()].sort();
    blockers.push({
      message: `Services are drawn in ${regions.size} Regions (${list(codes)}). An export goes to one Region: make a design of each, with that Region in its settings.`,
    });
  } else {
    for (const [region, node] of regions) {
      if (region === design.settings.region) continue;
      blockers.push({
        node,
        message: `Everything is drawn in ${region}, but the settings of the design say ${design.settings.region}. Make them the same.`,
      });
    }
  }
  const outside = deployed.filter(({ around }) => !find(around, 'account'));
  const [account] = accounts.values();
  const warnings = [
    ...(accounts.size === 1 && outside.length > 0
      ? [
          `${list(outside.map(({ title }) => title))} ${outside.length === 1 ? 'is' : 'are'} drawn outside of the account “${account ?? ''}”; everything is deployed to one account.`,
        ]
      : []),
    ...deployed.flatMap(({ title, category, around }) => {
      const site = atSite.has(category) ? undefined : find(around, 'on-premises', 'outposts');
      return site ? [`${title} is drawn in “${site.name}”, but the export places it in the Region.`] : [];
    }),
  ];
  return { blockers, warnings };
}

const list = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
