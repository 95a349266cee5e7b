import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportDesign } from '../../shared/iac/export.ts';
import type { Design } from '../../shared/graph/design.ts';
import { parseDesign } from '../../shared/graph/parse-design.ts';
import { serializeDesign } from '../../shared/graph/serialize-design.ts';
import { checkDesign } from '../../shared/rules/engine.ts';
import { simulateDesign } from '../../shared/simulator/simulate.ts';

function readTemplate(id: string): Design {
  const result = parseDesign(JSON.parse(readFileSync(`templates/${id}/pipeline.json`, 'utf8')));
  if (!result.ok)
    throw new Error(result.problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n'));
  expect(result.problems).toEqual([]);
  return result.design;
}

describe.each(readdirSync('templates'))('template %s', (id) => {
  it('says what it is for', () => {
    expect(readFileSync(`templates/${id}/README.md`, 'utf8')).toMatch(/^# .+\n\nFor /m);
  });

  it('is written as the app writes it', () => {
    expect(readFileSync(`templates/${id}/pipeline.json`, 'utf8')).toBe(serializeDesign(readTemplate(id)));
  });

  it('has no errors', () => {
    const errors = checkDesign(readTemplate(id)).filter((finding) => finding.severity === 'error');
    expect(errors.map((finding) => finding.message)).toEqual([]);
  });

  it('moves records, keeps their mass exactly and repeats itself to the bit', () => {
    const design = readTemplate(id);
    // The whole first scenario, so that nightly jobs run too; coarse steps keep it quick.
    const durationSeconds = design.scenarios[0]?.durationSeconds ?? 3600;
    const options = { durationSeconds, stepSeconds: durationSeconds / 7200 };
    const first = simulateDesign(design, options);
    expect(first.massResidual).toBe(0);
    expect(JSON.stringify(simulateDesign(design, options))).toBe(JSON.stringify(first));
    const moved = first.nodes.filter((node) => node.totals.departed > 0);
    expect(moved.length).toBeGreaterThanOrEqual(2);
    for (const node of first.nodes) {
      for (const value of [...node.backlog.max, ...node.ageSeconds.max, node.meanSojournSeconds]) {
        expect(Number.isFinite(value)).toBe(true);
      }
    }
  });

  it.each(['cdk', 'terraform'] as const)('exports to %s, twice the same', (target) => {
    const design = readTemplate(id);
    const result = exportDesign(design, target, checkDesign(design));
    expect(result.blockers).toEqual([]);
    expect(result.files.length).toBeGreaterThan(4);
    expect(exportDesign(design, target, checkDesign(design))).toEqual(result);
  });
});
