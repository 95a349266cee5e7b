import { beforeAll, describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { getExportCases } from '../../unit/iac/proofs/cases.ts';
import { prepareProjects, synthesize } from '../../unit/iac/proofs/cdk-projects.ts';

const cases = getExportCases();
const exports = new Map(cases.map(({ name, design }) => [name, exportDesign(design, 'cdk')]));

test.each([...exports])('%s is exported', (_, result) => {
  expect(result.blockers).toEqual([]);
});

describe('the CDK projects', () => {
  let messages: string[] = [];
  beforeAll(() => {
    messages = prepareProjects(
      new Map([...exports].filter(([, { files }]) => files.length > 0).map(([name, { files }]) => [name, files])),
    );
  });

  test('compile under strict', () => {
    expect(messages).toEqual([]);
  });

  test.each([...exports.keys()])('%s synthesizes and passes the default rules', (name) => {
    if (exports.get(name)?.files.length === 0) return;
    const { findings } = synthesize(name);
    expect(findings).toEqual([]);
  });
});
