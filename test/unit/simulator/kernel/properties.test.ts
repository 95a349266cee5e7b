import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getQuantum } from '../../../../shared/simulator/kernel/quantum.ts';
import { runFluid } from '../../../../shared/simulator/kernel/run-fluid.ts';
import type { RunResult } from '../../../../shared/simulator/kernel/run.ts';
import type { NetworkSpec } from '../../../../shared/simulator/kernel/station.ts';
import { buildRandomNetwork } from '../../../../shared/simulator/oracle/random-network.ts';
import { chain, poisson, rate } from './networks.ts';

const networks = fc
  .record({ nodes: fc.integer({ min: 2, max: 30 }), extra: fc.integer({ min: 0, max: 30 }), seed: fc.nat() })
  .map(({ nodes, extra, seed }) => buildRandomNetwork(nodes, nodes + extra, seed));

function run(network: NetworkSpec, seed = 1): RunResult {
  return runFluid(network, { durationSeconds: 300, stepSeconds: 1, seed, bucketSeconds: 10 });
}

function flatten(value: unknown): number[] {
  if (typeof value === 'number') {
    return [value];
  }
  if (value instanceof Float64Array) {
    return Array.from(value);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(flatten) : [];
}

describe('fluid engine over random networks', () => {
  it('accounts for every record exactly', () => {
    fc.assert(
      fc.property(networks, (network) => {
        expect(run(network).massResidual).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('accounts for what each station received, records and bytes', () => {
    fc.assert(
      fc.property(networks, (network) => {
        for (const { id, totals, totalBytes } of run(network).stations) {
          const spec = network.stations.find((station) => station.id === id);
          expect(spec?.transform).toBeUndefined();
          for (const t of [totals, totalBytes]) {
            const out = t.departed + t.dropped + t.expired + t.deadLettered + t.backlog + t.inFlight;
            expect(t.arrived - out).toBe(0);
          }
        }
      }),
      // The example once left the bytes of a lane that drew no record behind.
      { numRuns: 20, examples: [[buildRandomNetwork(27, 30, 4)]] },
    );
  });

  it('has no NaN, no infinity and nothing negative in any result', () => {
    fc.assert(
      fc.property(networks, (network) => {
        for (const value of flatten(run(network))) {
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('does not depend on the order in which the network is written', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const reversed: NetworkSpec = {
          sources: [...network.sources].reverse(),
          stations: [...network.stations].reverse(),
          links: [...network.links].reverse(),
        };
        expect(run(reversed)).toEqual(run(network));
      }),
      { numRuns: 10 },
    );
  });

  it('gives the same result for the same seed', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (network, seed) => {
        expect(run(network, seed)).toEqual(run(network, seed));
      }),
      { numRuns: 5 },
    );
  });

  it('never loses more with more capacity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 2000 }), fc.integer({ min: 1, max: 500 }), (load, more) => {
        const lost = (capacity: number): number =>
          run(chain(poisson(load), [{ ...rate(capacity), queue: { maxRecords: 50, onFull: 'drop' } }]))
            .stations[0]?.totals.dropped ?? 0;
        expect(lost(load + more)).toBeLessThanOrEqual(lost(load));
      }),
      { numRuns: 20 },
    );
  });

  it("obeys Little's law when a queue ends empty", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 4000 }), (load, capacity) => {
        const arrivals = {
          points: [
            [0, load],
            [100, load],
            [100, 0],
          ] as const,
          randomness: 'poisson' as const,
        };
        const durationSeconds = 200 + (200 * load) / capacity;
        const result = runFluid(chain(arrivals, [rate(capacity)]), {
          durationSeconds,
          stepSeconds: 1,
          seed: load,
        });
        const little = result.stations[0]?.little;
        if (little === undefined) throw new Error('the run has no station');
        const { recordSeconds, delaySeconds } = little;
        fc.pre(delaySeconds > 0);
        // Flows are whole multiples of the quantum, so each step may time one of them differently;
        // beside that only the rounding of the sums themselves.
        const quanta = getQuantum(load * durationSeconds).size * durationSeconds;
        expect(Math.abs(recordSeconds - delaySeconds)).toBeLessThanOrEqual(quanta + 1e-12 * delaySeconds);
      }),
      { numRuns: 20 },
    );
  });
});
