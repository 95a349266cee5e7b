import type { OwnerSummary } from '../../shared/simulator/model/summary.ts';
import { formatCount, formatPercent, formatRate, formatSpan } from './format-numbers.ts';
import { usePlayback } from './playback.ts';
import { getHeat, readSeries } from './series.ts';

/** The elements of one node card that follow the replay. */
export interface ReadingElements {
  summary: OwnerSummary;
  rate: HTMLElement;
  state: HTMLElement;
  bar: HTMLElement;
}

const cards = new Map<string, ReadingElements>();
let stop: (() => void) | undefined;
let frame = 0;
let lastTextAt = 0;
const textMilliseconds = 120;

/** Numbers on the cards are written straight into the page: no render per frame. */
export function registerReadings(id: string, elements: ReadingElements): () => void {
  cards.set(id, elements);
  paintCard(elements, usePlayback.getState().seconds, true);
  stop ??= usePlayback.subscribe(schedule);
  return () => {
    cards.delete(id);
    if (cards.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

function schedule(): void {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame((now) => {
    const { seconds, isPlaying } = usePlayback.getState();
    // While playing, digits that change sixty times a second cannot be read.
    const writesText = !isPlaying || now - lastTextAt > textMilliseconds;
    if (writesText) lastTextAt = now;
    for (const card of cards.values()) paintCard(card, seconds, writesText);
  });
}

function paintCard(
  { summary, rate, state, bar }: ReadingElements,
  seconds: number,
  writesText: boolean,
): void {
  const utilization = readSeries(summary.utilization, seconds);
  bar.style.transform = `scaleX(${Math.min(1, Math.max(0, utilization))})`;
  bar.dataset.heat = getHeat(utilization);
  if (!writesText) return;
  const arrival = readSeries(summary.arrivalRate, seconds);
  const throughput = readSeries(summary.throughput, seconds);
  rate.textContent = `${formatCount(arrival)} → ${formatRate(throughput)}`;
  const throttled = readSeries(summary.throttledRate, seconds);
  const lost = readSeries(summary.lossRate, seconds);
  state.dataset.alert = String(throttled > 0 || lost > 0);
  state.textContent = describe(summary, seconds, { throttled, lost, utilization });
}

function describe(
  summary: OwnerSummary,
  seconds: number,
  now: { throttled: number; lost: number; utilization: number },
): string {
  if (now.lost > 0) return `Losing ${formatRate(now.lost)}`;
  if (now.throttled > 0) return `Throttled ${formatRate(now.throttled)}`;
  const backlog = readSeries(summary.backlog, seconds);
  const used = `${formatPercent(now.utilization)} used`;
  if (backlog < 0.5) return used;
  return `${used} · ${formatCount(backlog)} wait ${formatSpan(readSeries(summary.ageSeconds, seconds))}`;
}
