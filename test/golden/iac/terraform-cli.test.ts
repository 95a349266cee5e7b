import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { checkAppliedDocuments } from '../../terraform-stand-in/applied-policies.ts';
import { deployExport } from '../../terraform-stand-in/deploy-export.ts';
import { hasTerraform } from '../../terraform-stand-in/terraform-cli.ts';
import { getExportCases, getTemplateCases } from '../../unit/iac/proofs/cases.ts';

/** The templates always; everything else that is exported with `PIPEWRIGHT_EXPORT_PROOFS=all`. */
const cases = process.env.PIPEWRIGHT_EXPORT_PROOFS === 'all' ? getExportCases() : getTemplateCases();

interface Outcome {
  name: string;
  resources: number;
  data: number;
  documents: number;
  seconds: Readonly<Record<string, number>>;
  passed: boolean;
}
const outcomes: Outcome[] = [];

const isInstalled = hasTerraform();
if (!isInstalled) console.warn('Skipped: exports are not deployed, as there is no terraform on the path.');

describe.runIf(isInstalled).concurrent('Terraform with a stand-in provider', () => {
  test.each(cases)('deploys $name, then has nothing to change, then removes it', async ({ name, design }) => {
    const { blockers, files } = exportDesign(design, 'terraform');
    expect(blockers).toEqual([]);
    const { failures, resources, seconds } = await deployExport(files);
    const documents = await checkAppliedDocuments(resources);
    const problems = [...failures, ...documents.problems];
    const managed = resources.filter(({ mode }) => mode === 'managed').length;
    outcomes.push({
      name,
      resources: managed,
      data: resources.length - managed,
      documents: documents.count,
      seconds,
      passed: problems.length === 0,
    });
    expect(problems).toEqual([]);
  });

  afterAll(() => {
    const sum = (pick: (outcome: Outcome) => number): number =>
      outcomes.reduce((total, outcome) => total + pick(outcome), 0);
    const report = {
      exports: outcomes.length,
      passed: outcomes.filter(({ passed }) => passed).length,
      resources: sum(({ resources }) => resources),
      dataSources: sum(({ data }) => data),
      documents: sum(({ documents }) => documents),
      terraformSeconds: sum(({ seconds }) => Object.values(seconds).reduce((total, value) => total + value, 0)),
      cases: outcomes.sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
    mkdirSync('test-results', { recursive: true });
    writeFileSync(join('test-results', 'terraform-cli.json'), `${JSON.stringify(report, undefined, 2)}\n`);
  });
});
