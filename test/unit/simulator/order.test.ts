import { describe, expect, it } from 'vitest';
import type { Design } from '../../../shared/graph/design.ts';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { RandomStream } from '../../../shared/simulator/kernel/random.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';

/** A stream read by one to three fleets, fed by one to three producers with all sorts of traffic. */
function draw(seed: number): Design {
  const random = new RandomStream(seed, 'designs');
  const upTo = (most: number): number => 1 + Math.floor(random.next() * most);
  const producers = Array.from({ length: upTo(3) }, (_, index) => `producer-${index}`);
  const fleets = Array.from({ length: upTo(3) }, (_, index) => `fleet-${index}`);
  const parsed = parseDesign({
    nodes: [
      ...producers.map((id) => ({ id, service: 'producer-sdk' })),
      { id: 'stream', service: 'kds', properties: { shardCount: upTo(4) } },
      ...fleets.map((id) => ({ id, service: 'ec2', properties: { secondsPerRecord: random.next() / 50 } })),
    ],
    edges: [
      ...producers.map((source) => ({ source, target: 'stream' })),
      ...fleets.map((target) => ({ source: 'stream', target })),
    ],
    workloads: producers.flatMap((node, index) => [
      {
        id: `steady-${index}`,
        node,
        arrivals: { pattern: 'poisson', ratePerSecond: 20 * upTo(20) },
        keyCount: 10 * upTo(10),
        keys: { kind: 'zipf', exponent: random.next() },
        duplicateShare: random.next() / 10,
        lateShare: random.next() / 10,
        lateSeconds: 20,
      },
      {
        id: `hours-${index}`,
        node,
        arrivals: { pattern: 'daily', hourlyPerSecond: new Array<number>(24).fill(30), spread: [0.3] },
        recordSizes: { kind: 'lognormal', coefficientOfVariation: 1 },
      },
    ]),
    scenarios: [{ id: 'run', name: 'run', durationSeconds: 90, seed }],
  });
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));
  return parsed.design;
}

function shuffle<Item>(items: readonly Item[], random: RandomStream): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random.next() * (last + 1));
    [result[last], result[other]] = [result[other] as Item, result[last] as Item];
  }
  return result;
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Everything a run says, bytes and all; lists of nodes, edges and the like by id. */
function getText(design: Design): string {
  const { nodes, edges, workloads, stations, links, cost, freshness, ...rest } = simulateDesign(design);
  return JSON.stringify({
    ...rest,
    nodes: byId(nodes),
    edges: byId(edges),
    workloads: byId(workloads),
    stations: byId(stations),
    links: byId(links),
    costs: cost.items.map((item) => JSON.stringify(item)).sort(),
    sinks: [...freshness.sinks].sort((a, b) => (a.node < b.node ? -1 : 1)),
  });
}

describe('a run depends on the design, not on how it is written down', () => {
  it.each([1, 2, 3, 4])('design %i: any order of nodes, edges and workloads gives the same bytes', (seed) => {
    const design = draw(seed);
    const text = getText(design);
    for (const turn of [1, 2]) {
      const random = new RandomStream(seed * 10 + turn, 'order');
      const shuffled = {
        ...design,
        nodes: shuffle(design.nodes, random),
        edges: shuffle(design.edges, random),
        workloads: shuffle(design.workloads, random),
      };
      expect(getText(shuffled) === text).toBe(true);
    }
  });

  it('the same seed gives the same bytes, another seed others', () => {
    const design = draw(7);
    const text = getText(design);
    expect(getText(structuredClone(design)) === text).toBe(true);
    for (const scenario of design.scenarios) scenario.seed += 1;
    expect(getText(design) === text).toBe(false);
  });
});
