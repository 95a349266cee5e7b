import { create } from 'zustand';

/** Below this zoom a node is a coloured block: nothing on it could be read. */
const blockBelow = 0.3;
const smallBelow = 0.5;
const compactBelow = 0.62;

export type Detail = 'block' | 'small' | 'compact' | 'full';

/** How much of the nodes is drawn. Style sheets do most of it; blocks are also much cheaper to build. */
interface DetailState {
  detail: Detail;
  /** A picture is being made: everything is drawn in full, on screen or not. */
  isExporting: boolean;
}

export const useDetail = create<DetailState>()(() => ({ detail: 'full', isExporting: false }));

export function getDetail(zoom: number): Detail {
  if (zoom < blockBelow) return 'block';
  if (zoom < smallBelow) return 'small';
  return zoom < compactBelow ? 'compact' : 'full';
}

export function setDetail(detail: Detail): void {
  if (useDetail.getState().detail !== detail) useDetail.setState({ detail });
}
