import { ArrowRight } from 'lucide-react';
import { findNode, getFlowOrder, getOutgoingEdges } from '../../shared/graph/queries.ts';
import type { Design } from '../../shared/graph/design.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { findService } from '../../shared/services/registry.ts';
import { centerOn } from '../canvas/canvas-handle.ts';
import { ServiceIcon } from '../catalog/service-icon.tsx';
import { useDesign } from '../state/design-store.ts';
import { useFindings } from '../state/findings-store.ts';
import { select, toggleSelected, toKey, useSelection } from '../state/selection-store.ts';
import { SeverityIcon } from '../ui/severity.tsx';
import styles from './outline.module.css';

/** The design as a list in the order data flows: the canvas for those who do not see or point. */
export function Outline() {
  const design = useDesign((state) => state.design);
  if (design.nodes.length === 0) return <p className={styles.empty}>The design has no services yet.</p>;
  return (
    <ul className={styles.outline} aria-label="Services and connections in the order data flows">
      {getFlowOrder(design).map((id) => (
        <OutlineNode key={id} design={design} id={id} />
      ))}
    </ul>
  );
}

function OutlineNode({ design, id }: { design: Design; id: string }) {
  const isSelected = useSelection((state) => state.keys.has(toKey('node', id)));
  const mark = useFindings((state) => state.marks.get(`node:${id}`));
  const node = findNode(design, id);
  if (!node) return null;
  return (
    <li>
      <button
        type="button"
        className={styles.node}
        aria-pressed={isSelected}
        onClick={(event) => {
          if (event.ctrlKey || event.shiftKey) toggleSelected(toKey('node', id));
          else select([toKey('node', id)]);
          centerOn({ kind: 'node', id });
        }}
      >
        <ServiceIcon service={findService(node.service)} size={20} />
        <span className={styles.name}>{getNodeTitle(node)}</span>
        {mark ? <SeverityIcon severity={mark.severity} /> : null}
      </button>
      {getOutgoingEdges(design, id).map((edge) => (
        <OutlineEdge key={edge.id} design={design} id={edge.id} target={edge.target} />
      ))}
    </li>
  );
}

function OutlineEdge({ design, id, target }: { design: Design; id: string; target: string }) {
  const isSelected = useSelection((state) => state.keys.has(toKey('edge', id)));
  const mark = useFindings((state) => state.marks.get(`edge:${id}`));
  const node = findNode(design, target);
  return (
    <button
      type="button"
      className={styles.edge}
      aria-pressed={isSelected}
      aria-label={`Connection to ${node ? getNodeTitle(node) : target}`}
      onClick={() => {
        select([toKey('edge', id)]);
        centerOn({ kind: 'edge', id });
      }}
    >
      <ArrowRight size={12} aria-hidden />
      <span className={styles.name}>{node ? getNodeTitle(node) : target}</span>
      {mark ? <SeverityIcon severity={mark.severity} /> : null}
    </button>
  );
}
