import { EdgeLabelRenderer, type EdgeProps, useStore } from '@xyflow/react';
import { memo, useState } from 'react';
import { useFindings } from '../state/findings-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { SeverityIcon } from '../ui/severity.tsx';
import type { FlowEdge } from './flow-types.ts';
import styles from './pipeline-edge.module.css';
import { buildPath, getLabelPoint } from './routing/path.ts';
import { useRoutes } from './routing/routes-store.ts';

export const arrowId = 'pipeline-arrow';

/** Arrowhead in the colour of its line; defined once for the whole canvas. */
export function EdgeMarkers() {
  return (
    <svg width="0" height="0" aria-hidden style={{ position: 'absolute' }}>
      <defs>
        <marker
          id={arrowId}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M 0.5 1 L 9.5 5 L 0.5 9 z" fill="context-stroke" />
        </marker>
      </defs>
    </svg>
  );
}

const mechanismLength = 44;

/** First clause of a mechanism: the chip has room for a few words. */
function shorten(mechanism: string): string {
  const clause = mechanism.split(/[;.(]/)[0]?.trim() ?? '';
  return clause.length > mechanismLength ? `${clause.slice(0, mechanismLength - 1)}…` : clause;
}

/** An edge, drawn by what it carries. */
export const PipelineEdge = memo(function PipelineEdge(props: EdgeProps<FlowEdge>) {
  const { id, data, selected, sourceX, sourceY, targetX, targetY } = props;
  const [isHovered, setHovered] = useState(false);
  const route = useRoutes((state) => state.routes.get(id));
  const mark = useFindings((state) => state.marks.get(`edge:${id}`));
  // One chip helps, a dozen cover the canvas.
  const isOnlyOne = useSelection((state) => state.keys.size === 1);
  const isChipShown = isHovered || (selected && isOnlyOne);
  const middle = (sourceX + targetX) / 2;
  const points = route?.points ?? [
    { x: sourceX, y: sourceY },
    { x: middle, y: sourceY },
    { x: middle, y: targetY },
    { x: targetX, y: targetY },
  ];
  const path = route?.path ?? buildPath(points);
  const label = route?.label ?? getLabelPoint(points);
  const kind = data?.kind ?? 'data';
  const at = `translate(${label.x}px, ${label.y}px) translate(-50%, -50%)`;
  return (
    <>
      <g
        className={styles.edge}
        data-kind={kind}
        data-selected={selected}
        data-severity={mark?.severity}
        data-edge={id}
        onPointerEnter={() => setHovered(true)}
        onPointerLeave={() => setHovered(false)}
      >
        <path className={styles.hit} d={path} />
        <path className={styles.line} d={path} markerEnd={`url(#${arrowId})`} />
        {kind === 'change-capture' ? <path className={styles.core} d={path} /> : null}
      </g>
      {isChipShown && data?.mechanism ? (
        <EdgeLabelRenderer>
          <MechanismChip at={at} text={shorten(data.mechanism)} />
        </EdgeLabelRenderer>
      ) : mark ? (
        <EdgeLabelRenderer>
          <span
            className={styles.mark}
            style={{
              transform: at,
              color: `var(--${mark.severity === 'warning' ? 'warning-mark' : mark.severity})`,
            }}
          >
            <SeverityIcon severity={mark.severity} size={12} />
          </span>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});

/** Stays readable at small zoom: it is scaled against the canvas. */
function MechanismChip({ at, text }: { at: string; text: string }) {
  const zoom = useStore((state) => Math.min(1, state.transform[2]));
  return (
    <span className={styles.chip} style={{ transform: `${at} scale(${1 / zoom})`, zIndex: 20 }}>
      {text}
    </span>
  );
}
