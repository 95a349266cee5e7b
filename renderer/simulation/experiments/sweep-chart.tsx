import type { Spread } from '../../../shared/simulator/experiments/statistics.ts';
import styles from './experiments.module.css';

export interface ChartPoint {
  value: number;
  spread: Spread;
}

interface SweepChartProps {
  title: string;
  /** What varied, below the axis. */
  label: string;
  points: readonly ChartPoint[];
  /** The value the design has now; marked when it lies in the range. */
  drawn: number | undefined;
  format(value: number): string;
}

const width = 460;
const height = 220;
const box = { left: 72, right: 16, top: 14, bottom: 40 };
const bands = ['band95', 'band80', 'band50'] as const;

/** A round number of the axis, at or above the value. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** A figure against what varied: the mean as a line, the middle 50, 80 and 95 % of the runs as bands. */
export function SweepChart({ title, label, points, drawn, format }: SweepChartProps) {
  const [first, last] = [points[0]?.value ?? 0, points.at(-1)?.value ?? 0];
  const top = roundUp(points.reduce((most, { spread }) => Math.max(most, spread.max), 0));
  const span = width - box.left - box.right;
  const x = (value: number): number =>
    first === last ? box.left + span / 2 : box.left + ((value - first) / (last - first)) * span;
  const y = (value: number): number => height - box.bottom - (value / top) * (height - box.top - box.bottom);
  const labelled = points.filter((_, index) => index % Math.ceil(points.length / 10) === 0);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title} against ${label}, ${points.length} values`}
    >
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            className={styles.grid}
            x1={box.left}
            x2={width - box.right}
            y1={y(share * top)}
            y2={y(share * top)}
          />
          <text className={styles.tick} x={box.left - 8} y={y(share * top) + 4} textAnchor="end">
            {format(share * top)}
          </text>
        </g>
      ))}
      {labelled.map(({ value }) => (
        <text
          key={value}
          className={styles.tick}
          x={x(value)}
          y={height - box.bottom + 16}
          textAnchor="middle"
        >
          {value}
        </text>
      ))}
      <text className={styles.axis} x={box.left + span / 2} y={height - 6} textAnchor="middle">
        {label}
      </text>
      {drawn !== undefined && drawn >= first && drawn <= last && first !== last ? (
        <g>
          <line className={styles.drawn} x1={x(drawn)} x2={x(drawn)} y1={box.top} y2={height - box.bottom} />
          <text className={styles.tick} x={x(drawn) + 4} y={box.top + 8}>
            as drawn
          </text>
        </g>
      ) : null}
      {bands.map((band) => (
        <polygon key={band} className={styles.band} points={getOutline(points, band, x, y)} />
      ))}
      {points.length > 1 ? (
        <polyline
          className={styles.mean}
          points={points.map(({ value, spread }) => `${x(value)},${y(spread.mean)}`).join(' ')}
        />
      ) : null}
      {points.map(({ value, spread }) => (
        <circle key={value} className={styles.dot} cx={x(value)} cy={y(spread.mean)} r={3}>
          <title>
            {`${label} ${value}: ${format(spread.mean)}, 95 % of the runs from ${format(spread.band95[0])} to ${format(spread.band95[1])}`}
          </title>
        </circle>
      ))}
    </svg>
  );
}

/** Along the upper edge and back along the lower one; a single point becomes a box. */
function getOutline(
  points: readonly ChartPoint[],
  band: (typeof bands)[number],
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const half = points.length === 1 ? 40 : 0;
  const wide = points.flatMap(({ value, spread }) =>
    half === 0
      ? [{ at: x(value), spread }]
      : [
          { at: x(value) - half, spread },
          { at: x(value) + half, spread },
        ],
  );
  const upper = wide.map(({ at, spread }) => `${at},${y(spread[band][1])}`);
  const lower = wide.toReversed().map(({ at, spread }) => `${at},${y(spread[band][0])}`);
  return [...upper, ...lower].join(' ');
}
