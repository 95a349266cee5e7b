import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { useRun } from './run-store.ts';

interface PlaybackState {
  /** Where the replay stands, seconds from the start of the run. */
  seconds: number;
  durationSeconds: number;
  isPlaying: boolean;
  /** Simulated seconds per second. */
  speed: number;
}

export const speeds = [1, 10, 60, 300, 900, 3600] as const;

/** Painters subscribe to this outside React; components take `useSlowSeconds`. */
export const usePlayback = create<PlaybackState>()(() => ({
  seconds: 0,
  durationSeconds: 0,
  isPlaying: false,
  speed: 60,
}));

let frame = 0;
let lastTime = 0;

function advance(now: number): void {
  const { isPlaying, seconds, speed, durationSeconds } = usePlayback.getState();
  if (!isPlaying) return;
  const next = seconds + ((now - lastTime) / 1000) * speed;
  lastTime = now;
  if (next >= durationSeconds) {
    usePlayback.setState({ seconds: durationSeconds, isPlaying: false });
    return;
  }
  usePlayback.setState({ seconds: next });
  frame = requestAnimationFrame(advance);
}

export function togglePlaying(): void {
  const { isPlaying, seconds, durationSeconds } = usePlayback.getState();
  cancelAnimationFrame(frame);
  if (isPlaying) {
    usePlayback.setState({ isPlaying: false });
    return;
  }
  usePlayback.setState({ isPlaying: true, seconds: seconds >= durationSeconds ? 0 : seconds });
  lastTime = performance.now();
  frame = requestAnimationFrame(advance);
}

/** Moves the replay; values outside the run are brought back into it. */
export function seek(seconds: number): void {
  const { durationSeconds } = usePlayback.getState();
  usePlayback.setState({ seconds: Math.min(durationSeconds, Math.max(0, seconds)) });
}

/** Steps by buckets of the results. */
export function stepBy(buckets: number): void {
  const width = useRun.getState().result?.nodes[0]?.arrivalRate.bucketSeconds ?? 1;
  usePlayback.setState({ isPlaying: false });
  seek(usePlayback.getState().seconds + buckets * width);
}

export function jumpTo(end: 'start' | 'end'): void {
  seek(end === 'start' ? 0 : usePlayback.getState().durationSeconds);
}

export function setSpeed(speed: number): void {
  usePlayback.setState({ speed });
}

/** Shows the end of a new run: the state it led to. Replays take about half a minute by default. */
export function resetPlayback(durationSeconds: number): void {
  const speed = speeds.find((candidate) => durationSeconds / candidate <= 90) ?? 3600;
  usePlayback.setState({ seconds: durationSeconds, durationSeconds, isPlaying: false, speed });
}

const slowMilliseconds = 100;

function subscribeSlowly(onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = usePlayback.subscribe(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange();
    }, slowMilliseconds);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** The replay's time for text in React, ten times a second at most. */
export function useSlowSeconds(): number {
  return useSyncExternalStore(subscribeSlowly, () => usePlayback.getState().seconds);
}
