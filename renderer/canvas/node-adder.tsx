import { Popover } from '@base-ui/react/popover';
import { Command } from 'cmdk';
import { useMemo, useState } from 'react';
import { findNode } from '../../shared/graph/queries.ts';
import type { ServiceDefinition } from '../../shared/services/define-service.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { services } from '../../shared/services/registry.ts';
import { LifecycleBadge } from '../catalog/lifecycle-badge.tsx';
import { getVerdict, isAccepted } from '../catalog/pair-verdicts.ts';
import { searchServices } from '../catalog/search-services.ts';
import { ServiceIcon } from '../catalog/service-icon.tsx';
import { getDesign } from '../state/design-store.ts';
import { toAnchor } from '../ui/anchor.ts';
import popup from '../ui/popup.module.css';
import { addService } from './canvas-actions.ts';
import { findFreePlace, getDropPosition } from './canvas-handle.ts';
import type { ConnectionOrigin } from './connection-store.ts';
import styles from './overlays.module.css';
import { closeOverlay, type Overlay } from './overlay-store.ts';

interface Option {
  service: ServiceDefinition;
  /** Why the service cannot be connected with the origin. */
  reason: string | undefined;
  /** How well it fits: 0 as the rule book says, 1 no rule covers it, 2 refused. */
  rank: 0 | 1 | 2;
}

function getOptions(query: string, origin: ConnectionOrigin | undefined): Option[] {
  const found = searchServices(services, query);
  const node = origin && findNode(getDesign(), origin.node);
  if (!origin || !node) return found.map((service) => ({ service, reason: undefined, rank: 0 }));
  const options = found.map((service): Option => {
    const verdict =
      origin.direction === 'out'
        ? getVerdict(node.service, service.id)
        : getVerdict(service.id, node.service);
    if (!isAccepted(verdict)) return { service, reason: verdict.reason, rank: 2 };
    return { service, reason: undefined, rank: verdict.verdict === 'unknown' ? 1 : 0 };
  });
  // Stable: the order of the search stays within each rank.
  return options.sort((a, b) => a.rank - b.rank);
}

/** Search box at the pointer that adds a service; only legal ones can be chosen for a connection. */
export function NodeAdder({ overlay }: { overlay: Extract<Overlay, { kind: 'adder' }> }) {
  const { at, origin } = overlay;
  const [query, setQuery] = useState('');
  const options = useMemo(() => getOptions(query, origin), [query, origin]);
  const node = origin && findNode(getDesign(), origin.node);
  const originName = node && getNodeTitle(node);
  const add = (service: string): void => {
    closeOverlay();
    addService({ service, position: findFreePlace(getDropPosition(at)), origin });
  };
  return (
    <Popover.Root open onOpenChange={(open) => !open && closeOverlay()}>
      <Popover.Portal>
        <Popover.Positioner className={popup.positioner} anchor={toAnchor(at)} side="bottom" align="start">
          <Popover.Popup className={`${popup.popover} ${styles.adder}`} aria-label="Add a service">
            <Command shouldFilter={false} label="Add a service" loop>
              <Command.Input
                autoFocus
                className={styles.search}
                value={query}
                onValueChange={setQuery}
                placeholder={
                  originName === undefined
                    ? 'Add a service…'
                    : `Add a service ${origin?.direction === 'out' ? 'after' : 'before'} ${originName}…`
                }
              />
              <Command.List className={styles.list}>
                {options.length === 0 ? <p className={styles.nothing}>No service fits “{query}”.</p> : null}
                {options.map(({ service, reason, rank }) => (
                  <Command.Item
                    key={service.id}
                    value={service.id}
                    disabled={reason !== undefined}
                    className={styles.option}
                    onSelect={add}
                    title={reason}
                  >
                    <ServiceIcon service={service} size={24} />
                    <span className={styles.optionText}>
                      {service.shortName}
                      {reason === undefined && rank === 0 ? null : (
                        <span className={styles.optionReason}>
                          {reason ?? 'No rule of the book covers this connection'}
                        </span>
                      )}
                    </span>
                    <LifecycleBadge lifecycle={service.lifecycle} />
                  </Command.Item>
                ))}
              </Command.List>
            </Command>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
