import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Series, Window } from '../../shared/simulator/kernel/run.ts';
import { useShownTheme } from '../state/use-shown-theme.ts';
import styles from './chart.module.css';
import { formatClock } from './format-numbers.ts';
import { seek, usePlayback } from './playback.ts';

export interface ChartLine {
  label: string;
  series: Series;
  /** Name of a colour token. */
  color: string;
  /** The highest of the lanes instead of the mean. */
  usesMax?: boolean;
}

export interface ChartProps {
  title: string;
  lines: readonly ChartLine[];
  format(value: number): string;
  /** Time of the first bucket; 0 for the whole run. */
  fromSeconds?: number;
  /** A stretch was dragged across; left out, dragging only magnifies. */
  onStretch?: ((stretch: Window) => void) | undefined;
}

/** Steps of the time axis that people count in, seconds. */
const timeSteps = [
  0.001, 0.01, 0.1, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
  172_800, 604_800, 2_592_000,
];

/** All charts share one cursor. */
const cursorKey = 'simulation';

function getTimes(series: Series | undefined, fromSeconds: number): Float64Array {
  const count = series?.mean.length ?? 0;
  const width = series?.bucketSeconds ?? 1;
  return Float64Array.from({ length: count }, (_, index) => fromSeconds + (index + 0.5) * width);
}

/** Below a second a clock alone would say the same everywhere. */
function formatTimes(values: readonly number[]): string[] {
  const isFine = values.length > 1 && (values[1] ?? 0) - (values[0] ?? 0) < 1;
  return values.map((value) =>
    isFine
      ? `${formatClock(value)}.${String(Math.round((value % 1) * 1000)).padStart(3, '0')}`
      : formatClock(value),
  );
}

/** Charts side by side begin at the same place unless a label needs more room. */
const usualAxis = 58;
const axisGap = 12;

/** Width of the value axis: its longest label must fit. */
function measureAxis(plot: uPlot, values: string[] | null, family: string): number {
  if (!values || values.length === 0) return usualAxis;
  // The plot draws in pixels of the screen, and measures with the font it used last.
  plot.ctx.font = `${11 * devicePixelRatio}px ${family}`;
  const widths = values.map((value) => plot.ctx.measureText(value).width / devicePixelRatio);
  return Math.ceil(Math.max(usualAxis, ...widths.map((width) => width + axisGap)));
}

function buildOptions(
  element: HTMLElement,
  { lines, format, onStretch }: Pick<ChartProps, 'lines' | 'format' | 'onStretch'>,
): uPlot.Options {
  const theme = getComputedStyle(element);
  const token = (name: string): string => theme.getPropertyValue(name).trim();
  const font = `11px ${token('--font-sans')}`;
  const axis = {
    stroke: token('--text-faint'),
    font,
    grid: { stroke: token('--border'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    legend: { show: false },
    padding: [8, 10, 0, 0],
    cursor: {
      // The other charts follow the pointer, not the drag: one stretch is asked for once.
      sync: { key: cursorKey, filters: { pub: (type) => type === 'mousemove' || type === 'mouseleave' } },
      drag: { x: true, y: false, setScale: onStretch === undefined },
      points: { size: 6 },
    },
    scales: { x: { time: false }, y: { range: (_plot, _low, high) => [0, high > 0 ? high * 1.1 : 1] } },
    axes: [
      { ...axis, size: 22, space: 90, incrs: timeSteps, values: (_plot, values) => formatTimes(values) },
      {
        ...axis,
        size: (plot, values) => measureAxis(plot, values, token('--font-sans')),
        space: 26,
        values: (_plot, values) => values.map(format),
      },
    ],
    series: [
      {},
      ...lines.map((line) => ({
        label: line.label,
        stroke: token(line.color),
        width: 1.5,
        points: { show: false },
      })),
    ],
  };
}

/** Curves over the time of the run. The line of the replay runs through it; a click moves the replay. */
export function Chart({ title, lines, format, fromSeconds = 0, onStretch }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const theme = useShownTheme();
  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const data: uPlot.AlignedData = [
      getTimes(lines[0]?.series, fromSeconds),
      ...lines.map((line) => (line.usesMax ? line.series.max : line.series.mean)),
    ];
    const plot = new uPlot(buildOptions(element, { lines, format, onStretch }), data, element);
    const placeHead = (): void => {
      const { seconds } = usePlayback.getState();
      const left = plot.valToPos(seconds, 'x') + plot.over.offsetLeft;
      const isInside = left >= plot.over.offsetLeft && left <= plot.over.offsetLeft + plot.over.offsetWidth;
      if (head.current) {
        head.current.style.transform = `translateX(${left}px)`;
        head.current.style.visibility = isInside ? 'visible' : 'hidden';
      }
    };
    let isDragged = false;
    const onSelect = (): void => {
      const { left, width } = plot.select;
      isDragged = width > 3;
      if (!onStretch || !isDragged) return;
      plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
      onStretch({ fromSeconds: plot.posToVal(left, 'x'), toSeconds: plot.posToVal(left + width, 'x') });
    };
    (plot.hooks.setSelect ??= []).push(onSelect);
    const onClick = (event: MouseEvent): void => {
      // The click that ends a drag moves nothing.
      if (isDragged) {
        isDragged = false;
        return;
      }
      const box = plot.over.getBoundingClientRect();
      seek(plot.posToVal(event.clientX - box.left, 'x'));
    };
    plot.over.addEventListener('click', onClick);
    placeHead();
    const stop = usePlayback.subscribe(placeHead);
    const observer = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: element.clientHeight });
      placeHead();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      stop();
      plot.destroy();
    };
    // uPlot takes its colours once: a new theme needs a new plot.
  }, [lines, format, fromSeconds, onStretch, theme]);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.title}>
        {title}
        {lines.map((line) => (
          <span key={line.label} className={styles.legend}>
            <span className={styles.swatch} style={{ background: `var(${line.color})` }} />
            {line.label}
          </span>
        ))}
      </figcaption>
      <div style={{ position: 'relative' }}>
        <div ref={holder} className={styles.plot} role="img" aria-label={`${title} over the run`} />
        <div ref={head} className={styles.head} />
      </div>
    </figure>
  );
}
