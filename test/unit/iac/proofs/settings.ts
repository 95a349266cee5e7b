import { findGrantSet } from '../../../../shared/integrations/grant-sets.ts';
import { resolveEdgeKind } from '../../../../shared/integrations/edge-kind.ts';
import { findPairRule } from '../../../../shared/integrations/registry.ts';
import type { Design } from '../../../../shared/graph/design.ts';
import type { ExportedFile } from '../../../../shared/iac/ir/line-map.ts';
import { getEdgeProperties } from '../../../../shared/integrations/edge-properties.ts';
import { Configuration } from '../../../../shared/services/configuration.ts';
import { findService } from '../../../../shared/services/registry.ts';
import type { Template } from './cdk-projects.ts';
import type { ParsedConfiguration } from './terraform-files.ts';
import { findPolicies } from './policies.ts';

/** Settings of the whole design that an export lost: its Region and its tags. */
export function findSettingsProblems(
  { settings }: Design,
  cdk: readonly ExportedFile[],
  terraform: readonly ExportedFile[],
): string[] {
  const getText = (files: readonly ExportedFile[], pattern: RegExp): string =>
    files
      .filter(({ path }) => pattern.test(path))
      .map(({ text }) => text)
      .join('\n');
  const app = getText(cdk, /^bin\/|^lib\//);
  const configuration = getText(terraform, /\.tf$/);
  const region = JSON.stringify(settings.region);
  return [
    ...(app.includes(`region: ${region}`) ? [] : ['the CDK app is for another Region']),
    ...(new RegExp(`variable "region" \\{[^}]*default\\s*= ${region}`).test(configuration)
      ? []
      : ['the Terraform configuration is for another Region']),
    ...Object.keys(settings.tags).flatMap((key) => [
      ...(app.includes(`.add(${JSON.stringify(key)}`) ? [] : [`the CDK app lacks the tag ${key}`]),
      ...(/default_tags/.test(configuration) && configuration.includes(key)
        ? []
        : [`the Terraform configuration lacks the tag ${key}`]),
    ]),
  ];
}

/** A service may have a role only where it runs in AWS. */
const hasRole = ({ Resources }: Template, node: string): boolean => {
  const start = node.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.entries(Resources).some(
    ([id, { Type }]) => Type === 'AWS::IAM::Role' && id.toLowerCase().startsWith(`${start}role`),
  );
};

const configure = ({ nodes }: Design, id: string): Configuration => {
  const node = nodes.find((candidate) => candidate.id === id);
  return new Configuration(findService(node?.service ?? '')?.properties ?? [], node?.properties ?? {});
};

/** Actions that the integration book demands for an edge and no policy of the template allows. */
export function findMissingGrants(design: Design, template: Template): string[] {
  const granted = new Set(
    findPolicies(template).flatMap(({ statements }) => statements.flatMap(({ Action }) => Action)),
  );
  const services = new Map(design.nodes.map((node) => [node.id, node.service]));
  return design.edges.flatMap((edge) => {
    const source = services.get(edge.source) ?? '';
    const target = services.get(edge.target) ?? '';
    const row = findPairRule(source, target, resolveEdgeKind(edge, source, target));
    if (row?.verdict !== 'direct') return [];
    const config = {
      source: configure(design, edge.source),
      target: configure(design, edge.target),
      edge: new Configuration(getEdgeProperties(source, target), edge.properties),
    };
    return row.permissions.flatMap(({ principal, grants, when }) => {
      const grantee = principal === 'source' ? source : principal === 'target' ? target : undefined;
      const setting = when && config[when.on];
      if (when && !(setting?.has(when.property) && when.equals.includes(setting.value(when.property))))
        return [];
      const node = principal === 'source' ? edge.source : edge.target;
      if ((findService(grantee ?? '')?.iac.role ?? '') === '' || !hasRole(template, node)) return [];
      const demanded = grants.flatMap((id) => {
        const set = findGrantSet(id);
        // A set on something that neither end is does not apply to this edge.
        if (!set || (set.owners.length > 0 && ![source, target].some((end) => set.owners.includes(end))))
          return [];
        return (
          set.statements
            // Secrets and the like exist for some owners only.
            .filter(({ resources }) => resources.every(({ of }) => of === 'any' || of === 'owner'))
            .flatMap(({ actions }) => actions)
            // The export makes log groups itself, with a retention.
            .filter((action) => !action.startsWith('logs:Create'))
        );
      });
      return demanded
        .filter((action) => !granted.has(action))
        .map((action) => `${row.id} ${source} → ${target} lacks ${action}`);
    });
  });
}

/** Resources that are made before the policy of the role they use. */
export function findOrderProblems(template: Template): string[] {
  const policies = new Map<string, string>();
  for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::IAM::Policy') continue;
    for (const role of findReferences(Properties['Roles'])) policies.set(role, id);
  }
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties = {}, DependsOn = [] }]) => {
    if (Type.startsWith('AWS::IAM::') || Type.endsWith('Policy') || Type === 'AWS::KMS::Key') return [];
    return findReferences(Properties)
      .flatMap((reference) => policies.get(reference) ?? [])
      .filter((policy) => !DependsOn.includes(policy))
      .map((policy) => `${id} is made before ${policy}`);
  });
}

/** The same in a configuration. */
export function findTerraformOrderProblems({ blocks }: ParsedConfiguration): string[] {
  const resources = blocks.filter((block) => block.kind === 'resource');
  const policies = resources.flatMap(({ type, label, body }) => {
    const role = /aws_iam_role\.[\w-]+/.exec(JSON.stringify(body['role'] ?? ''))?.[0];
    return type === 'aws_iam_role_policy' && role !== undefined ? [{ role, policy: `${type}.${label}` }] : [];
  });
  return resources.flatMap(({ type, label, body: { depends_on: before, ...body } }) => {
    if (type.startsWith('aws_iam_') || type.endsWith('_policy') || type === 'aws_kms_key') return [];
    const [text, order] = [JSON.stringify(body), JSON.stringify(before ?? [])];
    return policies
      .filter(({ role, policy }) => text.includes(`${role}.`) && !order.includes(`${policy}}`))
      .map(({ policy }) => `${type}.${label} is made before ${policy}`);
  });
}

function findReferences(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Ref: reference, 'Fn::GetAtt': getAtt } = value as { Ref?: unknown; 'Fn::GetAtt'?: unknown };
  if (typeof reference === 'string') return [reference];
  if (Array.isArray(getAtt)) return [String(getAtt[0])];
  return Object.values(value).flatMap(findReferences);
}
