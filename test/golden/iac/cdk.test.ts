import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { getExportCases } from '../../unit/iac/proofs/cases.ts';
import { ProofCounts } from '../../unit/iac/proofs/counts.ts';
import { prepareProjects, removeProjects, type Synthesis, synthesize } from '../../unit/iac/proofs/cdk-projects.ts';
import { findPolicies, findPolicyProblems, findTrustProblems } from '../../unit/iac/proofs/policies.ts';
import { countRuns, findDefinitionProblems } from '../../unit/iac/proofs/state-machines.ts';
import { readTemplateInventory, readTerraformInventory } from '../../unit/iac/proofs/inventory.ts';
import { readTemplateValues, readTerraformValues } from '../../unit/iac/proofs/leaf-values.ts';
import { findUnexplained } from '../../unit/iac/proofs/security-pack.ts';
import { findMissingGrants, findOrderProblems, findTerraformOrderProblems } from '../../unit/iac/proofs/settings.ts';
import {
  countCompared,
  findValueProblems,
  learnValueTable,
  pairResources,
  readValueTable,
  type ValuePair,
  writeValueTable,
} from '../../unit/iac/proofs/value-pairs.ts';
import { findLostTexts, listTexts } from '../../unit/iac/proofs/texts.ts';
import { parseTerraform } from '../../unit/iac/proofs/terraform-files.ts';
import { countProperties, findSpecProblems } from '../../unit/iac/proofs/template-spec.ts';

const cases = getExportCases();
const exports = new Map(cases.map(({ name, design }) => [name, exportDesign(design, 'cdk')]));

const names = [...exports].filter(([, { files }]) => files.length > 0).map(([name]) => name);
const counts = new ProofCounts('cdk');
const syntheses = new Map<string, Synthesis>();

function getSynthesis(name: string): Synthesis {
  const synthesis = syntheses.get(name) ?? synthesize(name);
  syntheses.set(name, synthesis);
  return synthesis;
}

const table = readValueTable();
/** Set to learn the table of equal places anew, from more designs than usual; read its difference over. */
const learns = process.env['PIPEWRIGHT_LEARN_VALUES'] === '1';
const observed: ValuePair[] = [];

test.each([...exports])('%s is exported', (_, result) => {
  expect(result.blockers).toEqual([]);
});

describe('the CDK projects', () => {
  let messages: string[] = [];
  beforeAll(() => {
    messages = prepareProjects(
      new Map(names.map((name) => [name, exports.get(name)?.files ?? []])),
    );
  }, 240_000);
  afterAll(() => {
    counts.write();
    if (learns) writeValueTable(learnValueTable(observed));
    removeProjects();
  }, 60_000);

  test('compile under strict', () => {
    expect(messages).toEqual([]);
  });

  test.each(names)('%s synthesizes and passes the default rules', (name) => {
    const { findings, template } = getSynthesis(name);
    counts.add('CDK synthesis', 'designs');
    counts.add('CDK synthesis', 'files', exports.get(name)?.files.length);
    counts.add('CDK synthesis', 'resources', Object.keys(template.Resources).length);
    expect(findings).toEqual([]);
  });

  test.each(names)('%s fits the service specification', (name) => {
    const { template } = getSynthesis(name);
    counts.add('service specification', 'properties', countProperties(template));
    expect(findSpecProblems(template)).toEqual([]);
  });

  test.each(names.filter((name) => name.startsWith('template-')))(
    '%s has no security finding without a reason',
    (name) => {
      const { security } = getSynthesis(name);
      counts.add('security rule pack', 'templates');
      counts.add('security rule pack', 'findings with a reason', security.length);
      expect(findUnexplained(security)).toEqual([]);
    },
  );

  test.each(names)('%s has the grants of the integration book, and policies before their users', (name) => {
    const design = cases.find((candidate) => candidate.name === name)?.design;
    if (!design) throw new Error(`There is no case ${name}.`);
    const { template } = getSynthesis(name);
    counts.add('permissions', 'edges', design.edges.length);
    expect(findMissingGrants(design, template)).toEqual([]);
    expect(findOrderProblems(template)).toEqual([]);
  });

  test.each(names)('%s grants what exists, where it fits', async (name) => {
    const { template } = getSynthesis(name);
    const statements = findPolicies(template).flatMap((policy) => policy.statements);
    counts.add('permissions', 'policies', findPolicies(template).length);
    counts.add('permissions', 'actions', statements.flatMap(({ Action }) => Action).length);
    expect(await findPolicyProblems(template)).toEqual([]);
  });

  test.each(names)('%s hands roles to services that they trust', (name) => {
    expect(findTrustProblems(getSynthesis(name).template)).toEqual([]);
  });

  test.each(names)('%s describes what its Terraform configuration describes', async (name) => {
    const design = cases.find((candidate) => candidate.name === name)?.design;
    if (!design) throw new Error(`There is no case ${name}.`);
    const { files } = exportDesign(design, 'terraform');
    const configuration = await parseTerraform(files);
    const inventory = readTemplateInventory(getSynthesis(name).template);
    counts.add('equality', 'relations', inventory.relations.length);
    counts.add('equality', 'roles', inventory.roles.length);
    const pairs = pairResources(
      readTemplateValues(getSynthesis(name).template),
      readTerraformValues(configuration),
    );
    counts.add('equality', 'resources', pairs.length);
    counts.add('equality', 'values', countCompared(pairs, table));
    const texts = name.startsWith('hostile-') ? listTexts(design) : [];
    counts.add('texts', 'of designers', listTexts(design).length);
    counts.add('texts', 'hostile ones', texts.length);
    expect(findLostTexts(design, getSynthesis(name).template, configuration, texts)).toEqual([]);
    expect(findTerraformOrderProblems(configuration)).toEqual([]);
    if (learns) observed.push(...pairs);
    expect(readTerraformInventory(configuration)).toEqual(inventory);
    expect(learns ? [] : findValueProblems(pairs, table)).toEqual([]);
  });

  test.each(names)('%s has sound state machines, which run to an end', (name) => {
    const { template } = getSynthesis(name);
    for (const [what, amount] of Object.entries(countRuns(template))) counts.add('state machines', what, amount);
    expect(findDefinitionProblems(template)).toEqual([]);
  });
});
