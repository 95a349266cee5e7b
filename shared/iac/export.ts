import type { Design } from '../graph/design.ts';
import type { Finding } from '../rules/finding.ts';
import { nameProject, printCdk } from './cdk/print-project.ts';
import type { Blocker, IacGraph } from './ir/graph.ts';
import { joinWords, toPascalCase, toSnakeCase } from './ir/identifiers.ts';
import { getItemVariables } from './ir/item-references.ts';
import type { ExportedFile } from './ir/line-map.ts';
import type { ManualStep } from './ir/mapping.ts';
import { lowerDesign } from './lower.ts';
import { printReadme, type ReadmeParts } from './readme.ts';
import { printTerraform } from './terraform/print-project.ts';

export const exportTargets = ['cdk', 'terraform'] as const;
export type ExportTarget = (typeof exportTargets)[number];

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
  const blockers = [...open.filter((finding) => finding.severity === 'error').map(buildBlocker), ...lowering];
  const ruled = open.filter((finding) => finding.severity === 'warning').map((finding) => finding.message);
  const warnings = [...ruled, ...graph.warnings];
  if (blockers.length > 0) return { files: [], blockers, manualSteps: [], warnings };

  let printed: ExportedFile[];
  try {
    printed = target === 'cdk' ? printCdk(graph) : printTerraform(graph);
  } catch (error) {
    // Numbers without a literal and the like: whatever the text, it must not be half an export.
    const reason = error instanceof Error ? error.message : String(error);
    return { files: [], blockers: [{ message: reason }], manualSteps: [], warnings };
  }
  const parts = target === 'cdk' ? buildCdkReadme(graph) : terraformReadme;
  const files: ExportedFile[] = [
    ...printed,
    ...graph.files.map(({ path, text }) => ({ path, text, nodes: [] })),
    { path: 'README.md', text: printReadme(graph, parts, ruled), nodes: [] },
  ];
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    blockers: [],
    manualSteps: graph.manualSteps.filter((step) => step.target === 'both' || step.target === parts.target),
    warnings,
  };
}

/** A node may declare an input that only one of the tools needs. */
function keepUsedVariables(graph: IacGraph, target: ExportTarget): IacGraph {
  const items = target === 'cdk' ? graph.cloudFormation : graph.terraform;
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

function buildCdkReadme(graph: IacGraph): ReadmeParts {
  const { stackName } = nameProject(graph.name);
  return {
    target: 'cloudformation',
    intro: 'An AWS CDK application in TypeScript with one stack. It needs Node.js 20 or newer.',
    commands: [
      {
        heading: 'Deploy',
        text: 'Your AWS credentials decide the account. The first deployment to an account and Region needs `npx cdk bootstrap` once.',
        lines: ['npm install', 'npm test', 'npx cdk diff', 'npx cdk deploy'],
      },
      {
        heading: 'Destroy',
        text: 'Resources that hold data are kept; delete them by hand when nobody needs the data.',
        lines: ['npx cdk destroy'],
      },
    ],
    variableHint: `Give each one with \`--parameters ${stackName}:<name>=<value>\`; lists are separated by commas.`,
    nameVariable: ({ name }) => toPascalCase(joinWords(name, '')),
  };
}

const terraformReadme: ReadmeParts = {
  target: 'terraform',
  intro:
    'A Terraform configuration for the AWS provider 6. It needs Terraform 1.7 or newer. State is kept locally until you add a backend.',
  commands: [
    {
      heading: 'Deploy',
      text: 'Your AWS credentials decide the account.',
      lines: ['terraform init', 'terraform plan', 'terraform apply'],
    },
    { heading: 'Destroy', lines: ['terraform destroy'] },
  ],
  variableHint: 'Give them in `terraform.tfvars` or with `-var`.',
  nameVariable: ({ name }) => toSnakeCase(joinWords(name, '')),
};
