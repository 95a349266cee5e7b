import { Menu } from '@base-ui/react/menu';
import { Ban, Split, Trash2 } from 'lucide-react';
import type { Design } from '../../shared/graph/design.ts';
import { findNode } from '../../shared/graph/queries.ts';
import { findExistingMediators } from '../../shared/integrations/edits/insert-mediators.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { findService } from '../../shared/services/registry.ts';
import { ServiceIcon } from '../catalog/service-icon.tsx';
import { SourceLinks } from '../catalog/source-links.tsx';
import { getDesign } from '../state/design-store.ts';
import { toAnchor } from '../ui/anchor.ts';
import popup from '../ui/popup.module.css';
import { insertChain } from './canvas-actions.ts';
import styles from './overlays.module.css';
import { closeOverlay, type Overlay } from './overlay-store.ts';

const nameOf = (service: string): string => findService(service)?.shortName ?? service;

/** `Insert S3 staging bucket`, or `Go through Click lake` where a node of the design serves as well. */
function getChainLabel(design: Design, ends: { source: string; target: string }, chain: readonly string[]) {
  const existing = findExistingMediators(design, ends, chain);
  const steps = chain.map((service, index) => {
    const known = existing[index];
    if (known) return `go through ${getNodeTitle(known)}`;
    return `insert ${service === 's3' ? 'S3 staging bucket' : nameOf(service)}`;
  });
  const label = steps.join(', then ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Why a connection was refused, and what to do instead. */
export function RepairMenu({ overlay }: { overlay: Extract<Overlay, { kind: 'repair' }> }) {
  const { source, target, verdict, at } = overlay;
  const design = getDesign();
  const from = findNode(design, source);
  const to = findNode(design, target);
  if (!from || !to) return null;
  const chains = verdict.via.filter((chain) => chain.every((service) => findService(service) !== undefined));
  return (
    <Menu.Root open onOpenChange={(open) => !open && closeOverlay()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner
          className={popup.positioner}
          anchor={toAnchor(at)}
          side="bottom"
          align="start"
          sideOffset={4}
        >
          <Menu.Popup className={`${popup.menu} ${styles.menu}`} aria-label="Connection not possible">
            <div className={styles.reason}>
              <Ban size={16} className={styles.refused} aria-hidden />
              <div>
                <p className={styles.reasonTitle}>
                  {nameOf(from.service)} cannot feed {nameOf(to.service)} directly
                </p>
                <p className={styles.reasonText}>{verdict.reason}</p>
                <SourceLinks sources={verdict.sources} />
              </div>
            </div>
            {chains.map((chain) => (
              <Menu.Item
                key={chain.join('>')}
                className={popup.item}
                onClick={() => insertChain(source, target, chain)}
              >
                <Split size={14} aria-hidden />
                <span className={popup.itemText}>{getChainLabel(design, { source, target }, chain)}</span>
                <span className={popup.itemHelp}>
                  <span className={styles.chain}>
                    {[from.service, ...chain, to.service].map((service, index) => (
                      <span key={`${service}-${index}`} className={styles.chain}>
                        {index > 0 ? '→' : null}
                        <ServiceIcon service={findService(service)} size={18} />
                      </span>
                    ))}
                  </span>
                </span>
              </Menu.Item>
            ))}
            {chains.length === 0 ? null : <Menu.Separator className={popup.separator} />}
            <Menu.Item className={popup.item} onClick={closeOverlay}>
              <Trash2 size={14} aria-hidden />
              <span className={popup.itemText}>Leave them unconnected</span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
