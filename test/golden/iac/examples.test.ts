import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { getTemplateCases } from '../../unit/iac/proofs/cases.ts';

/** Whole projects to read, kept equal to what the exporter writes. Renew them with `npm run test:update`. */
const examples = ['clickstream', 'oracle-to-athena'].flatMap((template) =>
  (['cdk', 'terraform'] as const).map((target) => [template, target] as const),
);

describe.each(examples)('the example %s as %s', (template, target) => {
  const folder = resolve('docs', 'examples', template, target);
  const design = getTemplateCases().find(({ name }) => name === `template-${template}`)?.design;
  const files = design ? exportDesign(design, target, checkDesign(design)).files : [];

  test('is what the exporter writes', async () => {
    expect(files.length).toBeGreaterThan(5);
    for (const { path, text } of files) await expect(text).toMatchFileSnapshot(join(folder, path));
  });

  test('has no file that the exporter does not write', () => {
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
    expect(kept.sort()).toEqual(files.map(({ path }) => path).sort());
  });
});
