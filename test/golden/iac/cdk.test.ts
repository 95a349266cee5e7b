import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { getExportCases } from '../../unit/iac/proofs/cases.ts';
import { prepareProjects, removeProjects, type Synthesis, synthesize } from '../../unit/iac/proofs/cdk-projects.ts';
import { findPolicyProblems, findTrustProblems } from '../../unit/iac/proofs/policies.ts';
import { findDefinitionProblems } from '../../unit/iac/proofs/state-machines.ts';
import { readTemplateInventory, readTerraformInventory } from '../../unit/iac/proofs/inventory.ts';
import { parseTerraform } from '../../unit/iac/proofs/terraform-files.ts';
import { findSpecProblems } from '../../unit/iac/proofs/template-spec.ts';

const cases = getExportCases();
const exports = new Map(cases.map(({ name, design }) => [name, exportDesign(design, 'cdk')]));

const names = [...exports].filter(([, { files }]) => files.length > 0).map(([name]) => name);
const syntheses = new Map<string, Synthesis>();

function getSynthesis(name: string): Synthesis {
  const synthesis = syntheses.get(name) ?? synthesize(name);
  syntheses.set(name, synthesis);
  return synthesis;
}

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
  afterAll(removeProjects, 60_000);

  test('compile under strict', () => {
    expect(messages).toEqual([]);
  });

  test.each(names)('%s synthesizes and passes the default rules', (name) => {
    expect(getSynthesis(name).findings).toEqual([]);
  });

  test.each(names)('%s fits the service specification', (name) => {
    expect(findSpecProblems(getSynthesis(name).template)).toEqual([]);
  });

  test.each(names)('%s grants what exists, where it fits', async (name) => {
    expect(await findPolicyProblems(getSynthesis(name).template)).toEqual([]);
  });

  test.each(names)('%s hands roles to services that they trust', (name) => {
    expect(findTrustProblems(getSynthesis(name).template)).toEqual([]);
  });

  test.each(names)('%s describes what its Terraform configuration describes', async (name) => {
    const design = cases.find((candidate) => candidate.name === name)?.design;
    if (!design) throw new Error(`There is no case ${name}.`);
    const { files } = exportDesign(design, 'terraform');
    const configuration = await parseTerraform(files);
    expect(readTerraformInventory(configuration)).toEqual(readTemplateInventory(getSynthesis(name).template));
  });

  test.each(names)('%s has sound state machines', (name) => {
    expect(findDefinitionProblems(getSynthesis(name).template)).toEqual([]);
  });
});
