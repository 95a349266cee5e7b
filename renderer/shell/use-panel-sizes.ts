import { useEffect } from 'react';
import { type PanelImperativeHandle, type PanelSize, usePanelRef } from 'react-resizable-panels';
import type { RefObject } from 'react';

const storageKey = (id: string): string => `pipewright-panel-${id}`;

/** Pixels a panel had when it was last open. */
export function readPanelSize(id: string, fallback: number): number {
  const stored = Number(localStorage.getItem(storageKey(id)));
  return Number.isFinite(stored) && stored > 0 ? stored : fallback;
}

/** Remembers a panel's size in pixels and keeps it open or closed as the state says. */
export function usePanel(
  id: string,
  fallback: number,
  isOpen: boolean,
  onOpenChange: (isOpen: boolean) => void,
): { panelRef: RefObject<PanelImperativeHandle | null>; onResize(size: PanelSize): void } {
  const panelRef = usePanelRef();
  useEffect(() => {
    const panel = panelRef.current;
    if (!panel || panel.isCollapsed() !== isOpen) return;
    if (isOpen) panel.resize(readPanelSize(id, fallback));
    else panel.collapse();
  }, [isOpen, id, fallback, panelRef]);
  // Another id is another use of the same panel, with a size of its own.
  useEffect(() => {
    const panel = panelRef.current;
    if (panel && !panel.isCollapsed()) panel.resize(readPanelSize(id, fallback));
  }, [id, fallback, panelRef]);
  const onResize = (size: PanelSize): void => {
    const nowOpen = size.inPixels > 1;
    if (nowOpen) localStorage.setItem(storageKey(id), String(Math.round(size.inPixels)));
    if (nowOpen !== isOpen) onOpenChange(nowOpen);
  };
  return { panelRef, onResize };
}
