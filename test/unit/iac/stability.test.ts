import { describe, expect, test } from 'vitest';
import type { Design } from '../../../shared/graph/design.ts';
import { exportDesign } from '../../../shared/iac/export.ts';
import type { ExportTarget } from '../../../shared/iac/targets.ts';
import { getTemplateCases } from './proofs/cases.ts';

const cases = getTemplateCases().map(({ name, design }) => [name, design] as const);
const targets = ['cdk', 'terraform', 'cloudformation'] as const;

const getTexts = (design: Design, target: ExportTarget): [string, string][] =>
  exportDesign(design, target).files.map(({ path, text }) => [path, text]);

/** Names that a deployed stack or a state remembers. */
const namePatterns = {
  cdk: /new [\w.]+\(\s*this,\s*"(\w+)"/g,
  terraform: /^(?:resource|data|variable|output) (?:"\w+" )?"\w+"/gm,
  cloudformation: /^ {2}\w+:$/gm,
};

function getNames(design: Design, target: (typeof targets)[number]): string[] {
  return getTexts(design, target)
    .filter(([path]) => /^(lib\/.*\.ts|[\w-]+\.tf|template\.yaml)$/.test(path))
    .flatMap(([, text]) => text.match(namePatterns[target]) ?? [])
    .sort();
}

describe.each(cases)('%s', (_, design) => {
  test.each(targets)('%s is the same bytes twice and wherever things stand', (target) => {
    const moved = {
      ...structuredClone(design),
      nodes: design.nodes.map((node, index) => ({ ...node, position: { x: index * 90, y: -index } })),
    };
    expect(getTexts(moved, target)).toEqual(getTexts(design, target));
  });

  test.each(targets)('%s keeps its names when the design and its nodes are renamed', (target) => {
    const renamed = {
      ...design,
      name: 'Something else',
      nodes: design.nodes.map((node, index) => ({ ...node, name: `Other ${index}` })),
    };
    expect(getNames(design, target).length).toBeGreaterThan(5);
    expect(getNames(renamed, target)).toEqual(getNames(design, target));
  });

  test.each(targets)('%s keeps its names when nodes and edges come in another order', (target) => {
    const turned = { ...design, nodes: design.nodes.toReversed(), edges: design.edges.toReversed() };
    expect(getNames(turned, target)).toEqual(getNames(design, target));
  });
});
