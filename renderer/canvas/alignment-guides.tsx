import { ViewportPortal } from '@xyflow/react';
import styles from './canvas.module.css';
import { useFlowItems } from './flow-items-store.ts';
import { findGuides } from './find-guides.ts';

/** Lines that show what a dragged node is in line with. */
export function AlignmentGuides() {
  const dragged = useFlowItems((state) => state.dragged);
  const nodes = useFlowItems((state) => state.nodes);
  const node = dragged === undefined ? undefined : nodes.find((candidate) => candidate.id === dragged);
  if (!node) return null;
  return (
    <ViewportPortal>
      {findGuides(node, nodes).map((guide) => (
        <div
          key={`${guide.axis} ${guide.at}`}
          className={styles.guide}
          style={
            guide.axis === 'x'
              ? {
                  transform: `translate(${guide.at}px, ${guide.from}px)`,
                  height: guide.to - guide.from,
                  width: 1,
                }
              : {
                  transform: `translate(${guide.from}px, ${guide.at}px)`,
                  width: guide.to - guide.from,
                  height: 1,
                }
          }
        />
      ))}
    </ViewportPortal>
  );
}
