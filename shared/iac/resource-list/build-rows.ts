import { isTagged, type Body, type Expression } from '../ir/expression.ts';
import type { CloudFormationGraphItem, IacGraph, TerraformGraphItem } from '../ir/graph.ts';
import { nameLogicalIds } from '../ir/logical-ids.ts';

/** One thing that the design deploys, as a reviewer looks for it. */
export interface ResourceRow {
  /** Display name of the node it belongs to. */
  node: string;
  nodeId: string;
  service: string;
  /** Name in the template; empty where only Terraform has a resource of its own. */
  logicalId: string;
  /** Empty where only the other tool has a resource of its own. */
  cloudFormation: string;
  terraform: string;
  /** Settings with a value of the design, `Name: value`. */
  settings: readonly string[];
}

const maxSettings = 8;
const maxSettingLength = 60;

/** A row per resource, in the order of the sections; documents that only hold a policy are left out. */
export function buildRows(graph: IacGraph): ResourceRow[] {
  const ids = nameLogicalIds(graph);
  const others = new Map<string, TerraformGraphItem>();
  for (const item of graph.terraform) {
    if (item.kind !== 'document' && item.kind !== 'data') others.set(item.id, item);
  }
  const rows = graph.cloudFormation.map((item) => {
    const other = others.get(item.id);
    others.delete(item.id);
    return { section: item.section, item, other };
  });
  const all = [
    ...rows,
    ...[...others.values()].map((other) => ({ section: other.section, item: undefined, other })),
  ];
  return graph.sections.flatMap(({ id, title, service }) =>
    all
      .filter(({ section }) => section === id)
      .map(({ item, other }) => ({
        node: title,
        nodeId: id,
        service,
        logicalId: item ? (ids.items.get(item.id) ?? '') : '',
        cloudFormation: item ? getCloudFormationType(item) : '',
        terraform: other ? getTerraformType(other) : '',
        settings: item ? getSettings(item) : [],
      })),
  );
}

function getCloudFormationType(item: CloudFormationGraphItem): string {
  if (item.kind === 'role') return 'AWS::IAM::Role';
  return item.kind === 'role-policy' ? 'AWS::IAM::Policy' : item.type;
}

function getTerraformType(item: TerraformGraphItem): string {
  if (item.kind === 'role') return 'aws_iam_role';
  if (item.kind === 'role-policy') return 'aws_iam_role_policy';
  return item.kind === 'document' ? 'aws_iam_policy_document' : item.type;
}

function getSettings(item: CloudFormationGraphItem): string[] {
  if (item.kind === 'role') return [`Trusts: ${item.trusts.join(', ')}`];
  if (item.kind === 'role-policy') {
    return [`Actions: ${item.statements.reduce((sum, { actions }) => sum + actions.length, 0)}`];
  }
  const settings = collectLiterals(item.properties, '');
  return settings.length > maxSettings ? [...settings.slice(0, maxSettings), '…'] : settings;
}

/** Values that stand in the design as they are, one level deep; references and long texts say little here. */
function collectLiterals(body: Body, path: string): string[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (typeof value === 'object')
      return path === '' && isPlainBody(value) ? collectLiterals(value, `${name}.`) : [];
    const text = String(value);
    return text === '' || text.length > maxSettingLength || text.includes('\n')
      ? []
      : [`${path}${name}: ${text}`];
  });
}

const isPlainBody = (value: Expression): value is Body =>
  typeof value === 'object' && !isTagged(value) && !Array.isArray(value);
