import type { ArrivalSpec, SourceSpec } from '../kernel/station.ts';
import { findList, getNumber, getText, type OracleNode, OracleError } from './oracle-case.ts';

/** Points of a sine per period: the straight lines between them miss it by 10^-8 of the amplitude. */
const SINE_POINTS = 20_000;

/** A source node as the kernel wants it, and how long it goes on by itself (0 when without end). */
export interface CaseSource {
  spec: SourceSpec;
  lastsSeconds: number;
  periodSeconds: number;
}

/** Translates the arrivals of a source node. Throws OracleError for a kind it does not know. */
export function buildSource(node: OracleNode): CaseSource {
  const kind = getText(node, 'arrivals', 'any');
  const spec = (arrivals: ArrivalSpec): SourceSpec => ({
    id: node.id,
    owner: node.id,
    label: kind,
    arrivals,
    recordSizeBytes: getNumber(node, 'recordSizeBytes', 1),
  });
  const endless = (arrivals: ArrivalSpec): CaseSource => ({
    spec: spec(arrivals),
    lastsSeconds: 0,
    periodSeconds: 0,
  });
  switch (kind) {
    case 'any':
    case 'zipfKeys':
      return endless({ points: [[0, getNumber(node, 'rate', 1000)]], randomness: 'steady' });
    case 'constant':
    case 'deterministic':
      return endless({ points: [[0, getNumber(node, 'rate')]], randomness: 'steady' });
    case 'poisson':
    case 'poissonPerStep':
      return endless({ points: [[0, getNumber(node, 'rate')]], randomness: 'poisson' });
    case 'greedyTokenBucket':
      return endless({
        points: [[0, getNumber(node, 'rate', 0)]],
        randomness: 'steady',
        bursts: [[0, getNumber(node, 'burst')]],
      });
    case 'squareWave':
      return buildSquareWave(node, spec);
    case 'sine':
      return buildSine(node, spec);
    case 'piecewise':
      return buildPiecewise(node, spec);
    default:
      throw new OracleError(`arrivals ${kind} are not known`);
  }
}

function buildSquareWave(node: OracleNode, spec: (arrivals: ArrivalSpec) => SourceSpec): CaseSource {
  const on = getNumber(node, 'onSeconds');
  const off = getNumber(node, 'offSeconds');
  const onRate = getNumber(node, 'onRate');
  const offRate = getNumber(node, 'offRate', 0);
  const periods = getNumber(node, 'periods', 10);
  const points: [number, number][] = [];
  for (let i = 0; i < periods; i++) {
    const start = i * (on + off);
    points.push([start, onRate], [start + on, onRate], [start + on, offRate], [start + on + off, offRate]);
  }
  const lasts = periods * (on + off);
  points.push([lasts, 0]);
  return { spec: spec({ points, randomness: 'steady' }), lastsSeconds: lasts, periodSeconds: on + off };
}

function buildSine(node: OracleNode, spec: (arrivals: ArrivalSpec) => SourceSpec): CaseSource {
  const mean = getNumber(node, 'mean', getNumber(node, 'rate', Number.NaN));
  const amplitude = getNumber(node, 'amplitude');
  const period = getNumber(node, 'period');
  const periods = getNumber(node, 'periods', 10);
  const points: [number, number][] = [];
  for (let i = 0; i <= SINE_POINTS; i++) {
    const rate = mean * (1 + amplitude * Math.sin((2 * Math.PI * i) / SINE_POINTS));
    points.push([(i * period) / SINE_POINTS, Math.max(0, rate)]);
  }
  return {
    spec: spec({ points, repeatSeconds: period, randomness: 'steady' }),
    lastsSeconds: periods * period,
    periodSeconds: period,
  };
}

function buildPiecewise(node: OracleNode, spec: (arrivals: ArrivalSpec) => SourceSpec): CaseSource {
  const segments = (findList(node, 'segments') ?? []).map((segment) => {
    const [from, to, rate] = segment as [number, number, number];
    return { from, to, rate };
  });
  segments.sort((a, b) => a.from - b.from);
  const points: [number, number][] = [];
  let end = 0;
  for (const { from, to, rate } of segments) {
    if (from > end) {
      points.push([end, 0], [from, 0]);
    }
    points.push([from, rate], [to, rate]);
    end = to;
  }
  points.push([end, 0]);
  return { spec: spec({ points, randomness: 'steady' }), lastsSeconds: end, periodSeconds: 0 };
}
