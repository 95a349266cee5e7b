import { afterAll, beforeAll, expect, test } from 'vitest';
import { printCdk } from '../../../shared/iac/cdk/print-project.ts';
import type { ExportedFile } from '../../../shared/iac/ir/line-map.ts';
import type { IacGraph } from '../../../shared/iac/ir/graph.ts';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { checkCombinations } from '../../../shared/iac/lower/check-combinations.ts';
import { checkGraph } from '../../../shared/iac/lower/check-graph.ts';
import { printTerraform } from '../../../shared/iac/terraform/print-project.ts';
import { buildDesign } from '../../unit/iac/designs.ts';
import { prepareProjects, removeProjects, synthesize } from '../../unit/iac/proofs/cdk-projects.ts';
import { ProofCounts } from '../../unit/iac/proofs/counts.ts';
import { readTemplateInventory, readTerraformInventory } from '../../unit/iac/proofs/inventory.ts';
import { readTemplateValues, readTerraformValues } from '../../unit/iac/proofs/leaf-values.ts';
import { changeFiles, type Mutation, mutations } from '../../unit/iac/proofs/mutations.ts';
import { findPolicyProblems, findTrustProblems } from '../../unit/iac/proofs/policies.ts';
import { findMissingGrants, findOrderProblems, findSettingsProblems, findTerraformOrderProblems } from '../../unit/iac/proofs/settings.ts';
import { findDefinitionProblems } from '../../unit/iac/proofs/state-machines.ts';
import { findSpecProblems } from '../../unit/iac/proofs/template-spec.ts';
import { findLostTexts } from '../../unit/iac/proofs/texts.ts';
import { findUnformatted, parseTerraform } from '../../unit/iac/proofs/terraform-files.ts';
import { findSchemaProblems } from '../../unit/iac/proofs/terraform-schema.ts';
import { findValueProblems, pairResources, readValueTable } from '../../unit/iac/proofs/value-pairs.ts';

const note = 'say "hello" to ${user}';

/** Small, yet with something for every fault to spoil. */
const design = {
  ...buildDesign(
    [
      { id: 'clicks', service: 'kds', properties: { retentionPeriodHours: 48, shardCount: 2 } },
      {
        id: 'enrich',
        service: 'lambda',
        properties: { memorySize: 1024, environment: { NOTE: note } },
      },
      { id: 'orders', service: 'sqs', notes: 'First line\nand a second one.' },
      { id: 'flow', service: 'step-functions' },
      { id: 'lake', service: 's3' },
    ],
    [
      { source: 'clicks', target: 'enrich' },
      { source: 'orders', target: 'enrich' },
      { source: 'enrich', target: 'lake' },
      { source: 'flow', target: 'enrich' },
    ],
  ),
  settings: { region: 'eu-central-1', tags: { team: 'data', stage: 'test' } },
};

interface Mutant {
  name: string;
  graph: IacGraph;
  cdk: readonly ExportedFile[];
  terraform: readonly ExportedFile[];
  print(): string;
  /** Why the printers refused; a fault that prints nothing is caught. */
  refused?: string;
}

function buildMutant({ name, graph: change, cdk, terraform }: Mutation): Mutant {
  const apply = (): IacGraph => {
    const { graph } = lowerDesign(design);
    return change?.(graph) ?? graph;
  };
  const graph = apply();
  const print = (): string => JSON.stringify([printCdk(apply()), printTerraform(apply())]);
  try {
    return {
      name,
      graph,
      print,
      cdk: changeFiles([...printCdk(graph), ...startFiles(graph)], cdk, /^(bin|lib)\//),
      terraform: changeFiles(printTerraform(graph), terraform, /\.tf$/),
    };
  } catch (error) {
    return { name, graph, print, cdk: [], terraform: [], refused: String(error) };
  }
}

const startFiles = (graph: IacGraph): ExportedFile[] => graph.files.map((file) => ({ ...file, nodes: [] }));

const unchanged = buildMutant({ name: 'none' });
const mutants = [unchanged, ...mutations.map(buildMutant)].map((mutant, index) => ({
  ...mutant,
  folder: `mutant-${index}`,
}));

let messages: string[] = [];
beforeAll(() => {
  messages = prepareProjects(
    new Map(mutants.filter(({ cdk }) => cdk.length > 0).map(({ folder, cdk }) => [folder, cdk])),
  );
}, 240_000);

const caught: [string, string][] = [];
afterAll(() => {
  const counts = new ProofCounts('mutations');
  counts.add('mutations', 'faults', mutations.length);
  counts.add('mutations', 'caught', caught.length);
  counts.write({ mutations: caught });
  if (process.env['PIPEWRIGHT_SHOW_MUTATIONS']) {
    console.log(caught.map(([fault, proof]) => `${fault.padEnd(40)} ${proof}`).join('\n'));
  }
  removeProjects();
}, 60_000);

/** The first proof that has something against the exports, with what it has. */
async function prove(mutant: (typeof mutants)[number]): Promise<[string, unknown] | undefined> {
  if (mutant.refused !== undefined) return ['the printers refuse', mutant.refused];
  const blockers = [...checkGraph(mutant.graph), ...checkCombinations(mutant.graph)];
  if (blockers.length > 0) return ['checks of the intermediate form', blockers];
  const compiler = messages.filter((message) => message.includes(`${mutant.folder}/`));
  if (compiler.length > 0) return ['the TypeScript compiler', compiler];
  const { template, findings } = synthesize(mutant.folder);
  const format = await findUnformatted(mutant.terraform);
  const configuration = await parseTerraform(mutant.terraform).catch((error: unknown) => String(error));
  if (typeof configuration === 'string') return ['the HCL parser', configuration];
  const ours = readTemplateInventory(template);
  const theirs = readTerraformInventory(configuration);
  const values = findValueProblems(
    pairResources(readTemplateValues(template), readTerraformValues(configuration)),
    readValueTable(),
  );
  const proofs: [string, readonly unknown[]][] = [
    ['the validator in the CDK', findings],
    ['the CloudFormation specification', findSpecProblems(template)],
    ['the provider’s schema', findSchemaProblems(configuration)],
    ['the formatter', format],
    ['the service authorization reference', await findPolicyProblems(template)],
    ['the grants of the integration book', findMissingGrants(design, template)],
    ['trust of roles', findTrustProblems(template)],
    ['order of policies and users', [...findOrderProblems(template), ...findTerraformOrderProblems(configuration)]],
    ['texts of the designer', findLostTexts(design, template, configuration, [note])],
    ['state machines', findDefinitionProblems(template)],
    ['Region and tags', findSettingsProblems(design, mutant.cdk, mutant.terraform)],
    ['equality: counts', ours.counts.filter((item) => !theirs.counts.includes(item))],
    ['equality: relations', differ(ours.relations, theirs.relations)],
    ['equality: roles', differ(ours.roles, theirs.roles)],
    ['equality: values', values],
    ['the same bytes twice', mutant.print() === mutant.print() ? [] : ['two exports differ']],
  ];
  return proofs.find(([, problems]) => problems.length > 0);
}

const differ = (a: readonly string[], b: readonly string[]): string[] => [
  ...a.filter((item) => !b.includes(item)),
  ...b.filter((item) => !a.includes(item)),
];

test('without a fault every proof is content', async () => {
  expect(await prove(mutants[0] ?? Object.assign(unchanged, { folder: '' }))).toBeUndefined();
});

test.each(mutants.slice(1).map((mutant) => [mutant.name, mutant] as const))('%s is caught', async (name, mutant) => {
  const found = await prove(mutant);
  expect(found).toBeDefined();
  caught.push([name, found?.[0] ?? '']);
});

test('there are at least twenty kinds of faults', () => {
  expect(new Set(mutations.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20);
});
