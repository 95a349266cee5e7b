import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { getExportCases } from '../../unit/iac/proofs/cases.ts';
import { ProofCounts } from '../../unit/iac/proofs/counts.ts';
import { findUnformatted, parseTerraform } from '../../unit/iac/proofs/terraform-files.ts';
import { findSchemaProblems } from '../../unit/iac/proofs/terraform-schema.ts';

const cases = getExportCases();
const exports = new Map(cases.map(({ name, design }) => [name, exportDesign(design, 'terraform')]));

const counts = new ProofCounts('terraform');
afterAll(() => counts.write());

function hasTerraform(): boolean {
  try {
    execFileSync('terraform', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.each([...exports])('%s', (_, { blockers, files }) => {
  test('is exported', () => {
    expect(blockers).toEqual([]);
  });

  test('parses and fits the schema of the provider', async () => {
    const configuration = await parseTerraform(files);
    counts.add('provider schema', 'configurations');
    counts.add('provider schema', 'files', files.length);
    counts.add('provider schema', 'blocks', configuration.blocks.length);
    counts.add('provider schema', 'expressions', configuration.expressions.length);
    expect(findSchemaProblems(configuration)).toEqual([]);
  });

  test('is formatted', async () => {
    expect(await findUnformatted(files)).toEqual([]);
  });
});

test.runIf(hasTerraform())('terraform fmt has nothing to change', () => {
  const root = mkdtempSync(join(tmpdir(), 'exported-terraform-'));
  for (const [name, { files }] of exports) {
    for (const { path, text } of files) {
      const target = join(root, name, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }
  const environment = { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' };
  let changed = '';
  try {
    execFileSync('terraform', ['fmt', '-check', '-recursive', root], { encoding: 'utf8', env: environment });
  } catch (error) {
    changed = (error as { stdout?: string }).stdout ?? String(error);
  }
  rmSync(root, { recursive: true });
  expect(changed).toBe('');
});
