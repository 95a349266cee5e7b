import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { serializeDesign } from '../../../shared/graph/serialize-design.ts';

function parse(value: unknown) {
  const result = parseDesign(value);
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'));
  return result.design;
}

describe('serializeDesign', () => {
  it('writes one item per line in a fixed member order', () => {
    const text = serializeDesign(
      parse({
        name: 'Clicks',
        nodes: [
          { service: 'kds', id: 'in', properties: { shardCount: 2 }, position: { y: 8, x: 4 } },
          { id: 'out', service: 'firehose' },
        ],
        edges: [{ target: 'out', source: 'in' }],
      }),
    );
    expect(text.split('\n')).toContain(
      '    { "id": "in", "service": "kds", "position": { "x": 4, "y": 8 }, "properties": { "shardCount": 2 } },',
    );
    expect(text.split('\n')).toContain('    { "id": "in-to-out", "source": "in", "target": "out" }');
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('gives the same text whatever the order of members, and reads back equal', () => {
    const name = fc.string({ maxLength: 20 });
    const arbitrary = fc.record({
      name,
      nodes: fc.uniqueArray(
        fc.record({
          id: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
          service: fc.constantFrom('kds', 's3', 'later-service'),
          name,
          properties: fc.dictionary(
            fc.stringMatching(/^[a-z]{1,8}$/),
            fc.oneof(name, fc.integer(), fc.boolean(), fc.constant(null)),
          ),
        }),
        { selector: (node) => node.id, maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(arbitrary, (file) => {
        const design = parse(JSON.parse(JSON.stringify(file)));
        const text = serializeDesign(design);
        expect(parse(JSON.parse(text))).toEqual(design);
        const reversed = {
          nodes: file.nodes.map((node) => Object.fromEntries(Object.entries(node).reverse())),
          name: file.name,
        };
        expect(serializeDesign(parse(JSON.parse(JSON.stringify(reversed))))).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps unknown members', () => {
    const text = serializeDesign(parse({ nodes: [{ id: 'a', service: 'kds', glow: [1] }], future: true }));
    expect(JSON.parse(text)).toMatchObject({ future: true, nodes: [{ glow: [1] }] });
  });
});
