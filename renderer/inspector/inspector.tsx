import { findContainer, findEdge, findNode } from '../../shared/graph/queries.ts';
import { useDesign } from '../state/design-store.ts';
import { getSelectedItems, useSelection } from '../state/selection-store.ts';
import { ContainerInspector } from './container-inspector.tsx';
import { DesignInspector } from './design-inspector.tsx';
import { EdgeInspector } from './edge-inspector.tsx';
import styles from './inspector.module.css';
import { MultiInspector } from './multi-inspector.tsx';
import { NodeInspector } from './node-inspector.tsx';

/** Everything about what is selected. */
export function Inspector() {
  return (
    <div className={styles.inspector}>
      <Selected />
    </div>
  );
}

function Selected() {
  const design = useDesign((state) => state.design);
  const keys = useSelection((state) => state.keys);
  const { nodes, edges, containers, annotations } = getSelectedItems(keys);
  if (keys.size === 0) return <DesignInspector design={design} />;
  if (keys.size > 1) return <MultiInspector design={design} ids={nodes} count={keys.size} />;
  const node = nodes[0] === undefined ? undefined : findNode(design, nodes[0]);
  if (node) return <NodeInspector key={node.id} design={design} node={node} />;
  const edge = edges[0] === undefined ? undefined : findEdge(design, edges[0]);
  if (edge) return <EdgeInspector key={edge.id} design={design} edge={edge} />;
  const container = containers[0] === undefined ? undefined : findContainer(design, containers[0]);
  if (container) return <ContainerInspector container={container} />;
  if (annotations.length > 0) {
    return <p className={styles.group}>A note. Double-click it, or press F2, to write.</p>;
  }
  return <DesignInspector design={design} />;
}
