import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { EdgeKind } from '../../shared/graph/design.ts';
import { useShownTheme } from '../state/use-shown-theme.ts';
import styles from './canvas.module.css';
import { useFlowItems } from './flow-items-store.ts';
import { type DrawnRoute, useRoutes } from './routing/routes-store.ts';

/** Edges by what they carry, so that each colour is one stroke. */
function groupRoutes(routes: ReadonlyMap<string, DrawnRoute>): Map<EdgeKind, DrawnRoute[]> {
  const groups = new Map<EdgeKind, DrawnRoute[]>();
  for (const edge of useFlowItems.getState().edges) {
    const route = routes.get(edge.id);
    const kind = edge.data?.kind ?? 'data';
    if (!route) continue;
    const group = groups.get(kind);
    if (group) group.push(route);
    else groups.set(kind, [route]);
  }
  return groups;
}

/** All edges of a big design seen from far away, on one canvas: thousands of elements would not move. */
export function FarEdges() {
  const element = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const routes = useRoutes((state) => state.routes);
  const theme = useShownTheme();
  useEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return undefined;
    const groups = groupRoutes(routes);
    const colors = getComputedStyle(canvas);
    const paint = (): void => {
      const scale = window.devicePixelRatio;
      const width = Math.round(canvas.clientWidth * scale);
      const height = Math.round(canvas.clientHeight * scale);
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const [x, y, zoom] = store.getState().transform;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
      context.setTransform(zoom * scale, 0, 0, zoom * scale, x * scale, y * scale);
      context.lineWidth = 1 / zoom;
      context.globalAlpha = 0.7;
      for (const [kind, group] of groups) {
        context.strokeStyle = colors.getPropertyValue(`--edge-${kind}`);
        context.beginPath();
        for (const { points } of group) {
          points.forEach((point, index) =>
            index === 0 ? context.moveTo(point.x, point.y) : context.lineTo(point.x, point.y),
          );
        }
        context.stroke();
      }
    };
    let frame = requestAnimationFrame(paint);
    const schedule = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    };
    const stop = store.subscribe((state, before) => {
      if (state.transform !== before.transform) schedule();
    });
    const observer = new ResizeObserver(schedule);
    observer.observe(canvas);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      stop();
    };
    // The theme changes the colours that are read from the page.
  }, [routes, store, theme]);
  return <canvas ref={element} className={styles.farEdges} aria-hidden />;
}
