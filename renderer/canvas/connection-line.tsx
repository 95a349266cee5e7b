import { type ConnectionLineComponentProps, getSmoothStepPath } from '@xyflow/react';
import { useConnection } from './connection-store.ts';
import type { FlowNode } from './flow-types.ts';
import styles from './overlays.module.css';

/** The line that follows the pointer; it says by colour and dashes whether it would be taken. */
export function ConnectionLine(props: ConnectionLineComponentProps<FlowNode>) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition } = props;
  const status = useConnection(({ over, candidates }) => {
    const candidate = over === undefined ? undefined : candidates.get(over);
    return candidate && (candidate.isAccepted ? 'accepted' : 'refused');
  });
  const [path] = getSmoothStepPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
    borderRadius: 8,
  });
  return <path className={styles.connectionLine} data-status={status} d={path} />;
}
