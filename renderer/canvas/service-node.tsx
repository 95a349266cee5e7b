import { Handle, type NodeProps } from '@xyflow/react';
import { type KeyboardEvent, memo } from 'react';
import { rename } from '../../shared/graph/edits/rename.ts';
import { textLimits } from '../../shared/graph/value-limits.ts';
import { formatFacts } from '../catalog/format-property.ts';
import { LifecycleBadge } from '../catalog/lifecycle-badge.tsx';
import { getPorts } from '../catalog/ports.ts';
import { ServiceIcon } from '../catalog/service-icon.tsx';
import { NodeReadings } from '../simulation/node-readings.tsx';
import { edit } from '../state/design-store.ts';
import { useFindings } from '../state/findings-store.ts';
import { useView } from '../state/view-store.ts';
import { SeverityIcon } from '../ui/severity.tsx';
import { useConnection } from './connection-store.ts';
import { useDetail } from './detail-store.ts';
import type { ServiceFlowNode } from './flow-types.ts';
import { placePorts } from './geometry.ts';
import { stopRenaming, useOverlay } from './overlay-store.ts';
import styles from './service-node.module.css';

/** A node of the design: icon, name, service, the facts that matter, problems and ports. */
export const ServiceNode = memo(function ServiceNode(props: NodeProps<ServiceFlowNode>) {
  const isBlock = useDetail((state) => state.detail === 'block');
  return isBlock ? <Block {...props} /> : <Card {...props} />;
});

/** What can be seen of a node from far away. */
function Block({ id, data, selected }: NodeProps<ServiceFlowNode>) {
  const mark = useFindings((state) => state.marks.get(`node:${id}`));
  const isSimulating = useView((state) => state.mode === 'simulate');
  return (
    <div className={styles.card} data-selected={selected} data-severity={mark?.severity}>
      {placePorts(getPorts(data.service)).map(({ port, side, x, y }) => (
        // Edges find their ends by what React Flow measures here; nobody can grab a port of this size.
        <div
          key={port.id}
          className={`${port.direction === 'in' ? 'target' : 'source'} ${styles.measuredPort}`}
          data-handleid={port.id}
          data-handlepos={side}
          style={{ left: x, top: y }}
        />
      ))}
      <ServiceIcon service={data.service} size={44} />
      {isSimulating ? <NodeReadings id={id} /> : null}
    </div>
  );
}

function Card({ id, data, selected }: NodeProps<ServiceFlowNode>) {
  const { node, service, ariaName } = data;
  const mark = useFindings((state) => state.marks.get(`node:${id}`));
  const candidate = useConnection((state) => {
    const found = state.candidates.get(id);
    if (!found || !found.isKnown) return undefined;
    return found.isAccepted ? 'accepted' : 'refused';
  });
  const mode = useView((state) => state.mode);
  const isRenaming = useOverlay((state) => state.renaming === id);
  const serviceName = service?.displayName ?? `Unknown service: ${node.service}`;
  return (
    <div
      className={styles.card}
      data-selected={selected}
      data-severity={mark?.severity}
      data-candidate={candidate}
      data-unknown={service === undefined}
    >
      {placePorts(getPorts(service)).map((place) => (
        <Handle
          key={place.port.id}
          id={place.port.id}
          className={styles.handle}
          type={place.port.direction === 'in' ? 'target' : 'source'}
          position={place.side}
          style={place.side === 'top' ? { left: place.x } : { top: place.y }}
          title={place.port.label}
        />
      ))}
      <ServiceIcon service={service} size={40} />
      <div className={styles.text}>
        {isRenaming ? (
          <RenameField id={id} name={node.name ?? ''} placeholder={ariaName} />
        ) : (
          <span className={styles.name} title={ariaName}>
            {ariaName}
          </span>
        )}
        {mode === 'simulate' ? (
          <NodeReadings id={id} />
        ) : (
          <>
            <span className={styles.service} title={serviceName}>
              {service?.shortName ?? serviceName}
            </span>
            <span className={styles.facts}>
              {mode === 'export'
                ? formatResources(service?.iac.types.cloudFormation)
                : service && formatFacts(service, node.properties)}
            </span>
          </>
        )}
      </div>
      {service && service.lifecycle.status !== 'available' ? (
        <span className={styles.lifecycle}>
          <LifecycleBadge lifecycle={service.lifecycle} />
        </span>
      ) : null}
      {mark ? (
        <span className={styles.badge} data-severity={mark.severity}>
          <SeverityIcon severity={mark.severity} size={12} />
          {mark.count}
        </span>
      ) : null}
    </div>
  );
}

function formatResources(types: readonly string[] | undefined): string {
  const [first, ...others] = types ?? [];
  if (first === undefined) return 'Not exported';
  return others.length === 0 ? first : `${first} + ${others.length}`;
}

function RenameField({ id, name, placeholder }: { id: string; name: string; placeholder: string }) {
  const commit = (value: string): void => {
    edit('Rename', (draft) => rename(draft, { target: { kind: 'node', id }, name: value }));
    stopRenaming();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Enter') commit(event.currentTarget.value);
    if (event.key === 'Escape') stopRenaming();
  };
  return (
    <input
      autoFocus
      className={`${styles.rename} nodrag nokey`}
      aria-label="Name"
      maxLength={textLimits.name}
      defaultValue={name}
      placeholder={placeholder}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={(event) => commit(event.currentTarget.value)}
    />
  );
}
