import { create } from 'zustand';
import type { Position } from '../../shared/graph/design.ts';
import type { PairVerdict } from '../../shared/integrations/integration.ts';
import type { ConnectionOrigin } from './connection-store.ts';

/** Something that floats over the canvas at the pointer. Points are client coordinates. */
export type Overlay =
  | { kind: 'repair'; at: Position; source: string; target: string; verdict: PairVerdict }
  | {
      kind: 'adder';
      at: Position;
      /** The node the new one is connected with. */
      origin?: ConnectionOrigin | undefined;
    }
  | { kind: 'menu'; at: Position };

interface OverlayState {
  overlay: Overlay | undefined;
  /** Node, container or note whose text is edited in place; a flow id. */
  renaming: string | undefined;
}

export const useOverlay = create<OverlayState>()(() => ({ overlay: undefined, renaming: undefined }));

export const openOverlay = (overlay: Overlay): void => useOverlay.setState({ overlay });
export const closeOverlay = (): void => useOverlay.setState({ overlay: undefined });
export const startRenaming = (flowId: string): void => useOverlay.setState({ renaming: flowId });
export const stopRenaming = (): void => useOverlay.setState({ renaming: undefined });
