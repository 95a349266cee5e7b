import type { Design } from '../../shared/graph/design.ts';
import type { Series } from '../../shared/simulator/kernel/run.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';

/** One value per bucket, all nodes together. */
export interface TimelineLanes {
  arrivals: Float64Array;
  backlog: Float64Array;
  throttled: Float64Array;
  lost: Float64Array;
}

function sumSeries(series: readonly Series[]): Float64Array {
  const length = series.reduce((longest, one) => Math.max(longest, one.mean.length), 0);
  const sum = new Float64Array(length);
  for (const one of series) {
    for (let index = 0; index < one.mean.length; index += 1)
      sum[index] = (sum[index] ?? 0) + (one.mean[index] ?? 0);
  }
  return sum;
}

/** What the nodes with workloads take in is the load of the whole design. */
function getEntries(result: SimulationResult, design: Design | undefined): Series[] {
  const sources = new Set(design?.workloads.map((workload) => workload.node));
  return result.nodes.filter((node) => sources.has(node.id)).map((node) => node.arrivalRate);
}

export function buildTimelineLanes(result: SimulationResult, design: Design | undefined): TimelineLanes {
  return {
    arrivals: sumSeries(getEntries(result, design)),
    backlog: sumSeries(result.stations.map((station) => station.backlog)),
    throttled: sumSeries(result.stations.map((station) => station.throttledRate)),
    lost: sumSeries(result.stations.map((station) => station.lossRate)),
  };
}

interface Band {
  top: number;
  height: number;
}

/** Highest value among the buckets of one pixel column: short events must not vanish. */
function getColumn(values: Float64Array, column: number, columns: number): number {
  const from = Math.floor((column * values.length) / columns);
  const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / columns));
  let highest = 0;
  for (let index = from; index < to; index += 1) highest = Math.max(highest, values[index] ?? 0);
  return highest;
}

function drawArea(
  context: CanvasRenderingContext2D,
  values: Float64Array,
  band: Band,
  width: number,
  color: string,
) {
  const peak = values.reduce((highest, value) => Math.max(highest, value), 0);
  if (peak === 0) return;
  context.beginPath();
  context.moveTo(0, band.top + band.height);
  for (let x = 0; x < width; x += 1) {
    const share = getColumn(values, x, width) / peak;
    context.lineTo(x, band.top + band.height * (1 - share));
  }
  context.lineTo(width, band.top + band.height);
  context.closePath();
  context.fillStyle = color;
  context.globalAlpha = 0.35;
  context.fill();
  context.globalAlpha = 1;
}

function drawMarks(
  context: CanvasRenderingContext2D,
  values: Float64Array,
  band: Band,
  width: number,
  color: string,
) {
  context.fillStyle = color;
  for (let x = 0; x < width; x += 1) {
    if (getColumn(values, x, width) > 0) context.fillRect(x, band.top, 1, band.height);
  }
}

/** Paints the lanes in the colours of the theme. */
export function drawTimeline(canvas: HTMLCanvasElement, lanes: TimelineLanes): void {
  const context = canvas.getContext('2d');
  const { clientWidth: width, clientHeight: height } = canvas;
  if (!context || width === 0 || height === 0) return;
  const scale = window.devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  const styles = getComputedStyle(canvas);
  const color = (name: string): string => styles.getPropertyValue(name);
  drawArea(context, lanes.arrivals, { top: 3, height: 22 }, width, color('--series-1'));
  drawArea(context, lanes.backlog, { top: 27, height: 22 }, width, color('--series-3'));
  drawMarks(context, lanes.throttled, { top: 53, height: 4 }, width, color('--warning-mark'));
  drawMarks(context, lanes.lost, { top: 58, height: 4 }, width, color('--error'));
}
