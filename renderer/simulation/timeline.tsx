import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { useShownTheme } from '../state/use-shown-theme.ts';
import { formatClock } from './format-numbers.ts';
import { jumpTo, seek, stepBy, usePlayback, useSlowSeconds } from './playback.ts';
import { useRun } from './run-store.ts';
import styles from './timeline.module.css';
import { buildTimelineLanes, drawTimeline } from './timeline-lanes.ts';

/** The whole run from left to right: load, backlog and what went wrong. Drag to go anywhere in it. */
export function Timeline({ result }: { result: SimulationResult }) {
  const root = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const theme = useShownTheme();
  const design = useRun((state) => state.ranDesign);
  const lanes = useMemo(() => buildTimelineLanes(result, design), [result, design]);
  const seconds = useSlowSeconds();

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const draw = (): void => drawTimeline(element, lanes);
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
    // The theme changes the colours that the canvas reads from the page.
  }, [lanes, theme]);

  useEffect(() => {
    const place = (): void => {
      const { seconds: at, durationSeconds } = usePlayback.getState();
      const width = root.current?.clientWidth ?? 0;
      const share = durationSeconds > 0 ? at / durationSeconds : 0;
      if (head.current) head.current.style.transform = `translateX(${share * width}px)`;
    };
    place();
    const observer = new ResizeObserver(place);
    if (root.current) observer.observe(root.current);
    const stop = usePlayback.subscribe(place);
    return () => {
      observer.disconnect();
      stop();
    };
  }, []);

  const scrub = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    seek(((event.clientX - box.left) / box.width) * result.durationSeconds);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const actions: Record<string, () => void> = {
      ArrowLeft: () => stepBy(event.shiftKey ? -20 : -1),
      ArrowRight: () => stepBy(event.shiftKey ? 20 : 1),
      Home: () => jumpTo('start'),
      End: () => jumpTo('end'),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  return (
    <div
      ref={root}
      className={styles.timeline}
      role="slider"
      tabIndex={0}
      aria-label="Time of the run"
      aria-valuemin={0}
      aria-valuemax={result.durationSeconds}
      aria-valuenow={Math.round(seconds)}
      aria-valuetext={formatClock(seconds)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        usePlayback.setState({ isPlaying: false });
        scrub(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && scrub(event)}
    >
      <canvas ref={canvas} className={styles.canvas} aria-hidden />
      <span className={styles.label} style={{ top: 4 }}>
        Arrivals
      </span>
      <span className={styles.label} style={{ top: 28 }}>
        Backlog
      </span>
      <span className={styles.label} style={{ top: 49 }}>
        Throttled, lost
      </span>
      <div ref={head} className={styles.head} />
    </div>
  );
}
