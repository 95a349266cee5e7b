import { describe, expect, test } from 'vitest';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { buildDesign } from './designs.ts';
import { generation, getGeneratedCases } from './proofs/cases.ts';
import { ProofCounts } from './proofs/counts.ts';
import { findMissing, listExportable, measureCoverage, neverExported } from './proofs/coverage.ts';
import { generateDesigns } from './proofs/generate-designs.ts';

/** So many designs are enough for everything to occur. */
const enough = 90;

describe('generated designs', () => {
  test('are the same for the same seed, and others for another', () => {
    const first = JSON.stringify(generateDesigns(2, 3));
    expect(JSON.stringify(generateDesigns(2, 3))).toBe(first);
    expect(JSON.stringify(generateDesigns(2, 4))).not.toBe(first);
  });

  test.each(getGeneratedCases().map(({ name, design }) => [name, design] as const))(
    '%s breaks no rule that would keep it from being exported',
    (_, design) => {
      expect(checkDesign(design).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );
});

test.runIf(generation.designs >= enough)(
  'the generated designs alone hold everything',
  () => {
    const exercised = measureCoverage(getGeneratedCases().map(({ design }) => design));
    const missing = findMissing(exercised);
    const all = listExportable();
    const counts = new ProofCounts('coverage');
    counts.add('coverage', 'generated designs', getGeneratedCases().length);
    counts.write({
      coverage: Object.fromEntries(
        (['services', 'properties', 'rows', 'containers'] as const).map((part) => [
          part,
          { of: all[part].size, missing: missing[part], exercised: [...exercised[part]].sort() },
        ]),
      ),
      neverExported,
    });
    expect(missing).toEqual({ services: [], properties: [], rows: [], containers: [] });
  },
  200_000,
);

test.each(Object.entries(neverExported))('%s is stopped by the rule %o', (key, { rule }) => {
  const [service = '', property] = key.split('.');
  const properties = property === undefined ? {} : { [property]: false };
  const design = buildDesign([{ id: 'it', service, properties }]);
  const errors = checkDesign(design).filter(({ severity }) => severity === 'error');
  expect(errors.map((finding) => finding.rule)).toContain(rule);
});
