import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { findService } from '../../shared/services/registry.ts';
import { useConnection } from './connection-store.ts';
import { findFlowNodeAt } from './find-at-point.ts';
import styles from './overlays.module.css';

const nameOf = (service: string): string => findService(service)?.shortName ?? service;

/** While a connection is dragged: what would happen at the node under the pointer, and why. */
export function ConnectionCaption() {
  const isConnecting = useConnection((state) => state.origin !== undefined);
  return isConnecting ? <CaptionAtPointer /> : null;
}

function CaptionAtPointer() {
  const candidates = useConnection((state) => state.candidates);
  const element = useRef<HTMLDivElement>(null);
  const over = useConnection((state) => state.over);
  useEffect(() => {
    const onMove = (event: PointerEvent): void => {
      if (element.current) {
        element.current.style.transform = `translate(${event.clientX + 16}px, ${event.clientY + 18}px)`;
      }
      useConnection.setState({ over: findFlowNodeAt(event.clientX, event.clientY) });
    };
    // Pointer and mouse: the canvas captures one of them, depending on how the drag began.
    window.addEventListener('pointermove', onMove, true);
    window.addEventListener('mousemove', onMove as (event: MouseEvent) => void, true);
    return () => {
      window.removeEventListener('pointermove', onMove, true);
      window.removeEventListener('mousemove', onMove as (event: MouseEvent) => void, true);
    };
  }, []);
  const candidate = over === undefined ? undefined : candidates.get(over);
  return (
    <div
      ref={element}
      className={styles.caption}
      style={{ left: 0, top: 0, visibility: candidate ? 'visible' : 'hidden' }}
      role="status"
    >
      {candidate ? (
        <>
          <span className={styles.captionTitle}>
            {candidate.isAccepted ? (
              <CircleCheck size={14} className={styles.ok} aria-hidden />
            ) : (
              <CircleX size={14} className={styles.refused} aria-hidden />
            )}
            {nameOf(candidate.verdict.source)} → {nameOf(candidate.verdict.target)}
          </span>
          <span className={styles.captionText}>
            {candidate.isAccepted && candidate.isKnown
              ? candidate.verdict.mechanism
              : candidate.verdict.reason || 'No rule of the book covers this pair.'}
          </span>
          {!candidate.isAccepted && candidate.verdict.via[0] ? (
            <span className={styles.captionText}>
              Drop here to insert {candidate.verdict.via[0].map(nameOf).join(', ')}.
            </span>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
