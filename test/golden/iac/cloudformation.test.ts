import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { getTemplateCases } from '../../unit/iac/proofs/cases.ts';
import { prepareProjects, removeProjects, synthesize } from '../../unit/iac/proofs/cdk-projects.ts';
import { findIncludedProblems, normalizeTemplate, parseTemplate } from '../../unit/iac/proofs/cloudformation.ts';

const cases = getTemplateCases();
const getFiles = (name: string, target: 'cdk' | 'cloudformation') => {
  const design = cases.find((candidate) => candidate.name === name)?.design;
  if (!design) throw new Error(`There is no case ${name}.`);
  return exportDesign(design, target).files;
};
const getYaml = (name: string): string =>
  getFiles(name, 'cloudformation').find(({ path }) => path === 'template.yaml')?.text ?? '';
const names = cases.map(({ name }) => name);

describe('the CloudFormation templates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exported-template-'));
  let messages: string[] = [];
  beforeAll(() => {
    messages = prepareProjects(new Map(names.map((name) => [name, getFiles(name, 'cdk')])));
  }, 240_000);
  afterAll(() => {
    removeProjects();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('are compared with projects that compile', () => {
    expect(messages).toEqual([]);
  });

  test.each(names)('%s says what the synthesized CDK project says', (name) => {
    expect(normalizeTemplate(parseTemplate(getYaml(name)))).toEqual(
      normalizeTemplate(synthesize(name).template),
    );
  }, 60_000);

  test.each(names)('%s passes the validator of the library', (name) => {
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, getYaml(name));
    expect(findIncludedProblems(file, join(folder, name))).toEqual([]);
  }, 60_000);
});
