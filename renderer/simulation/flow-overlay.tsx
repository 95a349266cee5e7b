import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { createWalker } from '../canvas/routing/path.ts';
import { type DrawnRoute, useRoutes } from '../canvas/routing/routes-store.ts';
import type { LinkResult, Series } from '../../shared/simulator/kernel/run.ts';
import { useShownTheme } from '../state/use-shown-theme.ts';
import styles from './flow-overlay.module.css';
import { usePlayback } from './playback.ts';
import { useRun } from './run-store.ts';
import { getPeak, readSeries } from './series.ts';

interface Lane {
  walker: ReturnType<typeof createWalker>;
  rate: Series;
}

/** Travel of a dot per second, and the distance between dots at the highest rate, in canvas pixels. */
const speedPixels = 70;
const closestPixels = 14;
const widestPixels = 96;
const fewRecords = 1e-9;

/** Edge id → the series of its busiest link: links of one edge follow each other. */
function getRates(links: readonly LinkResult[]): Map<string, Series> {
  const rates = new Map<string, Series>();
  for (const link of links) {
    const known = rates.get(link.owner);
    if (!known || getPeak(link.rate) > getPeak(known)) rates.set(link.owner, link.rate);
  }
  return rates;
}

function buildLanes(routes: ReadonlyMap<string, DrawnRoute>, rates: ReadonlyMap<string, Series>): Lane[] {
  return [...rates].flatMap(([edge, rate]) => {
    const route = routes.get(edge);
    return route ? [{ walker: createWalker(route.points), rate }] : [];
  });
}

const reducesMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Records on their way along the edges, painted on one canvas above the flow. */
export function FlowOverlay() {
  const element = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const result = useRun((state) => state.result);
  const routes = useRoutes((state) => state.routes);
  const theme = useShownTheme();
  useEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !result || reducesMotion()) return undefined;
    const rates = getRates(result.links);
    const lanes = buildLanes(routes, rates);
    const highest = Math.max(fewRecords, ...[...rates.values()].map(getPeak));
    const color = getComputedStyle(canvas).getPropertyValue('--accent');
    let frame = 0;
    let travelled = 0;
    let last = performance.now();
    let lastSeconds = usePlayback.getState().seconds;
    const paint = (now: number): void => {
      frame = requestAnimationFrame(paint);
      const { seconds, isPlaying } = usePlayback.getState();
      // Dots travel while time passes: playing, or dragging the timeline either way.
      if (isPlaying) travelled += ((now - last) / 1000) * speedPixels;
      else travelled += Math.sign(seconds - lastSeconds) * ((now - last) / 1000) * speedPixels;
      last = now;
      lastSeconds = seconds;
      resize(canvas);
      const { transform } = store.getState();
      const scale = window.devicePixelRatio;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(
        transform[2] * scale,
        0,
        0,
        transform[2] * scale,
        transform[0] * scale,
        transform[1] * scale,
      );
      context.fillStyle = color;
      context.beginPath();
      for (const lane of lanes) addDots(context, lane, readSeries(lane.rate, seconds) / highest, travelled);
      context.fill();
    };
    frame = requestAnimationFrame(paint);
    return () => cancelAnimationFrame(frame);
    // The theme changes the colour that is read from the page.
  }, [result, routes, store, theme]);
  return <canvas ref={element} className={styles.overlay} aria-hidden />;
}

function resize(canvas: HTMLCanvasElement): void {
  const width = Math.round(canvas.clientWidth * window.devicePixelRatio);
  const height = Math.round(canvas.clientHeight * window.devicePixelRatio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/** Dots lie closer the higher the rate; the square root keeps small flows visible beside big ones. */
function addDots(context: CanvasRenderingContext2D, lane: Lane, share: number, travelled: number): void {
  if (share <= fewRecords) return;
  const gap = widestPixels - (widestPixels - closestPixels) * Math.sqrt(Math.min(1, share));
  const { length } = lane.walker;
  let at = (((travelled + gap / 2) % gap) + gap) % gap;
  for (; at < length; at += gap) {
    const { x, y } = lane.walker.at(at / length);
    context.moveTo(x + 3, y);
    context.arc(x, y, 3, 0, Math.PI * 2);
  }
}
