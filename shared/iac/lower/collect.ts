import { findCloudFormationAttribute, findTerraformAttribute } from '../ir/attributes.ts';
import type { Blocker, IacOutput } from '../ir/graph.ts';
import type { IacContribution, ManualStep, StarterFile, VariableSpec } from '../ir/mapping.ts';
import type { LoweringInput } from './build-contexts.ts';

/** What each node contributes; a mapping that fails becomes a blocker of its node. */
export function collectContributions(
  input: LoweringInput,
  blockers: Blocker[],
): Map<string, IacContribution> {
  const contributions = new Map<string, IacContribution>();
  for (const { node, service, context } of input.nodes) {
    try {
      contributions.set(node.id, service.iac.build(context));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      blockers.push({ node: node.id, message: `${context.name} cannot be exported: ${reason}` });
    }
  }
  return contributions;
}

/** Variables of all nodes, each once. */
export function collectVariables(
  contributions: ReadonlyMap<string, IacContribution>,
  blockers: Blocker[],
): VariableSpec[] {
  const variables = new Map<string, VariableSpec>();
  for (const [node, contribution] of contributions) {
    for (const variable of contribution.variables ?? []) {
      const earlier = variables.get(variable.name);
      if (earlier && earlier.type !== variable.type) {
        blockers.push({ node, message: `The variable ${variable.name} has two types.` });
      }
      if (!earlier) variables.set(variable.name, variable);
    }
  }
  return [...variables.values()];
}

/** Files of all nodes, each once. */
export function collectFiles(
  contributions: ReadonlyMap<string, IacContribution>,
  blockers: Blocker[],
): StarterFile[] {
  const files = new Map<string, string>();
  for (const [node, contribution] of contributions) {
    for (const { path, text } of contribution.files ?? []) {
      const plain = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(path);
      if (!plain) blockers.push({ node, message: `"${path}" is no path for a file of the export.` });
      const earlier = files.get(path);
      if (earlier !== undefined && earlier !== text) {
        blockers.push({ node, message: `Two nodes bring a different file ${path}.` });
      }
      files.set(path, text);
    }
  }
  return [...files].map(([path, text]) => ({ path, text }));
}

/** What is left to do by hand; a step that several nodes need says for which one it is. */
export function collectManualSteps(
  input: LoweringInput,
  contributions: ReadonlyMap<string, IacContribution>,
): ManualStep[] {
  const steps = input.nodes.flatMap(({ node, context }) =>
    (contributions.get(node.id)?.manualSteps ?? []).map((step) => ({ step, name: context.name })),
  );
  const isShared = (title: string): boolean => steps.filter(({ step }) => step.title === title).length > 1;
  return steps.map(({ step, name }) =>
    isShared(step.title) ? { ...step, title: `${step.title} (${name})` } : step,
  );
}

/** The identifier of every node's main resource that both tools have. */
export function collectOutputs(
  input: LoweringInput,
  contributions: ReadonlyMap<string, IacContribution>,
): IacOutput[] {
  return input.nodes.flatMap(({ node, service }) => {
    const { primary } = service.iac;
    const contribution = contributions.get(node.id);
    const cloudFormation = contribution?.cloudFormation.find((resource) => resource.key === primary);
    const terraform = contribution?.terraform.find((resource) => resource.key === primary);
    if (!cloudFormation || !terraform) return [];
    const attribute = ['arn', 'name', 'id'].find(
      (candidate) =>
        findCloudFormationAttribute(cloudFormation.type, candidate) !== undefined &&
        findTerraformAttribute(terraform.type, candidate) !== undefined,
    );
    return attribute === undefined
      ? []
      : [{ section: node.id, resource: `${node.id}/${primary}`, attribute }];
  });
}
