import type { Design } from '../graph/design.ts';
import type { Finding } from '../rules/finding.ts';
import { checkStackParts } from './cdk/divide-stacks.ts';
import { printCdk } from './cdk/print-project.ts';
import { printCloudFormation } from './cloudformation/print-project.ts';
import type { Blocker, IacGraph } from './ir/graph.ts';
import { getItemVariables } from './ir/item-references.ts';
import type { ExportedFile } from './ir/line-map.ts';
import type { ManualStep } from './ir/mapping.ts';
import { lowerDesign } from './lower.ts';
import { printReadme } from './readme.ts';
import { buildReadmeParts } from './readme-parts.ts';
import { printResourceList } from './resource-list/print-list.ts';
import { checkStackLimits } from './ir/stack-limits.ts';
import type { ExportTarget } from './targets.ts';
import { printTerraform } from './terraform/print-project.ts';

export { type ExportTarget, exportTargets } from './targets.ts';

export interface ExportResult {
  /** The project's files, sorted by path; empty when something blocks the export. */
  files: readonly ExportedFile[];
  /** Why nothing is exported; empty otherwise. */
  blockers: readonly Blocker[];
  /** What the tool has no resource for; also in the README. */
  manualSteps: readonly ManualStep[];
  /** What to know before deploying; also in the README. */
  warnings: readonly string[];
}

/**
 * The project that deploys the design.
 * @param findings what the rules say of the design: errors block the export, warnings go into the README
 */
export function exportDesign(
  design: Design,
  target: ExportTarget,
  findings: readonly Finding[] = [],
): ExportResult {
  const open = findings.filter((finding) => finding.suppressed === undefined);
  const { graph: lowered, blockers: lowering } = lowerDesign(design);
  const graph = keepUsedVariables(lowered, target);
  const limits = checkLimits(graph, target);
  const faults = open.filter((finding) => finding.severity === 'error').map(buildBlocker);
  const blockers = [...faults, ...lowering, ...limits];
  const ruled = open.filter((finding) => finding.severity === 'warning').map((finding) => finding.message);
  const warnings = [...ruled, ...graph.warnings];
  if (blockers.length > 0) return { files: [], blockers, manualSteps: [], warnings };

  let printed: ExportedFile[];
  try {
    printed = printers[target](graph);
  } catch (error) {
    // Numbers without a literal and the like: whatever the text, it must not be half an export.
    const reason = error instanceof Error ? error.message : String(error);
    return { files: [], blockers: [{ message: reason }], manualSteps: [], warnings };
  }
  const stepsOf = target === 'cdk' ? 'cloudformation' : target;
  const manualSteps = graph.manualSteps.filter(
    (step) => step.target === 'both' || step.target === stepsOf || target === 'resources',
  );
  // A list is a document itself: nothing in it runs, and nothing has to be read before it does.
  if (target === 'resources') return { files: printed, blockers: [], manualSteps, warnings };
  const parts = buildReadmeParts(graph, target, printed);
  const files: ExportedFile[] = [
    ...printed,
    ...graph.files.map(({ path, text }) => ({ path, text, nodes: [] })),
    { path: 'README.md', text: printReadme(graph, parts, ruled), nodes: [] },
  ];
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    blockers: [],
    manualSteps,
    warnings,
  };
}

const printers: Readonly<Record<ExportTarget, (graph: IacGraph) => ExportedFile[]>> = {
  cdk: printCdk,
  terraform: printTerraform,
  cloudformation: printCloudFormation,
  resources: printResourceList,
};

/** A CDK application has as many stacks as it needs; a template is one. */
function checkLimits(graph: IacGraph, target: ExportTarget): Blocker[] {
  if (target === 'cdk') return checkStackParts(graph);
  return target === 'cloudformation' ? checkStackLimits(graph, 'CDK or Terraform') : [];
}

/** A node may declare an input that only one of the tools needs. */
function keepUsedVariables(graph: IacGraph, target: ExportTarget): IacGraph {
  const items = target === 'terraform' ? graph.terraform : graph.cloudFormation;
  const used = new Set(items.flatMap(getItemVariables));
  return { ...graph, variables: graph.variables.filter((variable) => used.has(variable.name)) };
}

function buildBlocker(finding: Finding): Blocker {
  const [target] = finding.targets;
  return {
    ...(target?.kind === 'node' && { node: target.id }),
    message: `${finding.rule}: ${finding.message}`,
  };
}
