import { create } from 'zustand';

/** Zoom of the canvas in whole percent, for the status bar. */
export const useZoom = create<{ percent: number }>()(() => ({ percent: 100 }));

export function setZoom(zoom: number): void {
  const percent = Math.round(zoom * 100);
  if (useZoom.getState().percent !== percent) useZoom.setState({ percent });
}
