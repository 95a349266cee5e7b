import { type NodeProps, NodeResizer, type ResizeParams } from '@xyflow/react';
import { type KeyboardEvent, memo } from 'react';
import type { ContainerKind } from '../../shared/graph/design.ts';
import { resizeAnnotation, setAnnotationText } from '../../shared/graph/edits/annotate.ts';
import { rename } from '../../shared/graph/edits/rename.ts';
import { resizeContainer } from '../../shared/graph/edits/set-container.ts';
import { textLimits } from '../../shared/graph/value-limits.ts';
import { edit } from '../state/design-store.ts';
import styles from './container-node.module.css';
import type { AnnotationFlowNode, ContainerFlowNode } from './flow-types.ts';
import { startRenaming, stopRenaming, useOverlay } from './overlay-store.ts';

export const containerNames: Record<ContainerKind, string> = {
  account: 'AWS account',
  region: 'Region',
  vpc: 'VPC',
  subnet: 'Subnet',
  'on-premises': 'On premises',
  outposts: 'AWS Outposts',
  group: 'Group',
};

const toRectangle = ({ x, y, width, height }: ResizeParams) => ({
  position: { x, y },
  size: { width, height },
});

interface ResizerProps {
  isVisible: boolean;
  minWidth: number;
  minHeight: number;
  onEnd(params: ResizeParams): void;
}

function Resizer({ isVisible, minWidth, minHeight, onEnd }: ResizerProps) {
  return (
    <NodeResizer
      isVisible={isVisible}
      minWidth={minWidth}
      minHeight={minHeight}
      handleClassName={styles.resizeHandle ?? ''}
      lineClassName={styles.resizeLine ?? ''}
      onResizeEnd={(_event, params) => onEnd(params)}
    />
  );
}

/** A tinted area with a labelled tab: account, Region, VPC and the like. Moved by its tab. */
export const ContainerNode = memo(function ContainerNode({
  id,
  data,
  selected,
}: NodeProps<ContainerFlowNode>) {
  const { container } = data;
  const isRenaming = useOverlay((state) => state.renaming === id);
  const commit = (name: string): void => {
    edit('Rename', (draft) => rename(draft, { target: { kind: 'container', id: container.id }, name }));
    stopRenaming();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Enter') commit(event.currentTarget.value);
    if (event.key === 'Escape') stopRenaming();
  };
  return (
    <>
      <Resizer
        isVisible={selected}
        minWidth={120}
        minHeight={80}
        onEnd={(params) =>
          edit('Resize container', (draft) =>
            resizeContainer(draft, { id: container.id, ...toRectangle(params) }),
          )
        }
      />
      <div className={styles.container} data-kind={container.kind} data-selected={selected}>
        <div className={`${styles.tab} container-tab`} onDoubleClick={() => startRenaming(id)}>
          {isRenaming ? (
            <input
              autoFocus
              className={`${styles.rename} nodrag nokey`}
              aria-label="Name"
              maxLength={textLimits.name}
              defaultValue={container.name}
              onFocus={(event) => event.currentTarget.select()}
              onKeyDown={onKeyDown}
              onBlur={(event) => commit(event.currentTarget.value)}
            />
          ) : (
            container.name
          )}
          {container.name === containerNames[container.kind] ? null : (
            <span className={styles.kind}>{containerNames[container.kind]}</span>
          )}
        </div>
      </div>
    </>
  );
});

/** A text note. Double-click to write. */
export const AnnotationNode = memo(function AnnotationNode({
  id,
  data,
  selected,
}: NodeProps<AnnotationFlowNode>) {
  const { annotation } = data;
  const isEditing = useOverlay((state) => state.renaming === id);
  const commit = (text: string): void => {
    edit('Edit note', (draft) => setAnnotationText(draft, { id: annotation.id, text }));
    stopRenaming();
  };
  return (
    <>
      <Resizer
        isVisible={selected && !isEditing}
        minWidth={80}
        minHeight={40}
        onEnd={(params) =>
          edit('Resize note', (draft) =>
            resizeAnnotation(draft, { id: annotation.id, ...toRectangle(params) }),
          )
        }
      />
      <div className={styles.note} data-selected={selected} onDoubleClick={() => startRenaming(id)}>
        {isEditing ? (
          <textarea
            autoFocus
            className={`${styles.noteText} nodrag nokey nowheel`}
            aria-label="Note"
            maxLength={textLimits.longText}
            defaultValue={annotation.text}
            onFocus={(event) => event.currentTarget.select()}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
            onBlur={(event) => commit(event.currentTarget.value)}
          />
        ) : (
          annotation.text
        )}
      </div>
    </>
  );
});
