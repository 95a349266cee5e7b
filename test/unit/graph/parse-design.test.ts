import { describe, expect, it } from 'vitest';
import { parseDesign } from '../../../shared/graph/parse-design.ts';

function problemsOf(value: unknown): string[] {
  const result = parseDesign(value);
  return result.problems.map((problem) => `${problem.path}: ${problem.message}`);
}

describe('parseDesign', () => {
  it('opens the smallest document a person would write', () => {
    const result = parseDesign({
      nodes: [
        { id: 'in', service: 'kds' },
        { id: 'out', service: 'firehose' },
      ],
      edges: [{ source: 'in', target: 'out' }],
    });
    if (!result.ok) throw new Error(result.problems[0]?.message);
    expect(result.problems).toEqual([]);
    expect(result.design.edges[0]?.id).toBe('in-to-out');
    expect(result.design.settings.region).toBe('us-east-1');
    expect(result.design.nodes[0]?.properties).toEqual({});
    expect(result.design.version).toBe(1);
  });

  it.each([
    [null, 'found null'],
    [[], 'found a list of 0'],
    ['text', 'found "text"'],
    [{}, '"nodes" is missing'],
    [{ Resources: {} }, 'CloudFormation template'],
    [{ nodes: 5 }, 'Found 5; a list is required'],
    [{ nodes: [{ id: 'a' }] }, 'nodes[0].service: Found nothing; a text is required'],
    [{ nodes: [{ id: '', service: 'kds' }] }, 'nodes[0].id'],
    [{ nodes: [{ id: '__proto__', service: 'kds' }] }, 'nodes[0].id'],
    [{ nodes: [{ id: 'a', service: 'kds', position: { x: 1e308, y: 0 } }] }, 'at most 10000000 is allowed'],
    [
      { nodes: [{ id: 'a', service: 'kds', position: { x: Number.POSITIVE_INFINITY, y: 0 } }] },
      'nodes[0].position.x',
    ],
    [{ nodes: [], version: 'two' }, 'version: Found "two"'],
    [{ nodes: [], settings: { region: 'mars' } }, 'AWS Region code'],
    [{ nodes: [], edges: [{ source: 'a', target: 'b', kind: 'magic' }] }, 'allowed: "data"'],
    [
      {
        nodes: [{ id: 'a', service: 'x' }],
        workloads: [{ node: 'a', arrivals: { pattern: 'constant', ratePerSecond: -1 } }],
      },
      'at least 0 is required',
    ],
  ])('refuses %j and says where and why', (value, part) => {
    const result = parseDesign(value);
    expect(result.ok).toBe(false);
    expect(problemsOf(value).join('\n')).toContain(part);
  });

  it('lists every problem, not only the first', () => {
    expect(problemsOf({ nodes: [{ service: 1 }, { id: 2, service: 'kds' }] }).length).toBeGreaterThanOrEqual(
      3,
    );
  });

  it('refuses ids that are equal, also after case folding', () => {
    const problems = problemsOf({
      nodes: [
        { id: 'Stream', service: 'kds' },
        { id: 'stream', service: 'kds' },
      ],
    });
    expect(problems).toEqual([
      'nodes[1].id: The id "stream" is already used at nodes[0].id (there it is written "Stream"); every id must be unique. Rename one of them.',
    ]);
  });

  it('opens dangling references but names each', () => {
    const result = parseDesign({
      nodes: [{ id: 'a', service: 'kds', container: 'c' }],
      edges: [{ source: 'a', target: 'gone' }],
    });
    expect(result.ok).toBe(true);
    expect(result.problems.map((problem) => problem.path)).toEqual(['edges[0].target', 'nodes[0].container']);
  });

  it('keeps members it does not know and marks documents of a newer version', () => {
    const result = parseDesign({
      version: 9,
      nodes: [{ id: 'a', service: 'kds', glow: true }],
      future: { x: 1 },
    });
    if (!result.ok) throw new Error('refused');
    expect(result.newer).toBe(true);
    expect(result.design).toMatchObject({ version: 9, future: { x: 1 }, nodes: [{ glow: true }] });
  });
});
