import { create } from 'zustand';
import type { Design } from '../../shared/graph/design.ts';
import { type ExportResult, exportDesign } from '../../shared/iac/export.ts';
import type { ExportTarget } from '../../shared/iac/targets.ts';
import { useDesign } from '../state/design-store.ts';
import { checkNow, useFindings } from '../state/findings-store.ts';
import { useView } from '../state/view-store.ts';

interface ExportState {
  result: ExportResult | undefined;
  /** Set instead of a result when the design could not be turned into code at all. */
  error: string | undefined;
  /** Path of the file shown, by target. */
  shown: Readonly<Partial<Record<ExportTarget, string>>>;
}

export const useExport = create<ExportState>()(() => ({
  result: undefined,
  error: undefined,
  shown: {},
}));

/** The project of the design as it is now. Errors of the rules block it, so they are brought up to date first. */
export function buildExport(design: Design, target: ExportTarget): ExportResult {
  checkNow();
  return exportDesign(design, target, useFindings.getState().findings);
}

function update(): void {
  const { exportTarget } = useView.getState();
  try {
    useExport.setState({ result: buildExport(useDesign.getState().design, exportTarget), error: undefined });
  } catch (error) {
    useExport.setState({ result: undefined, error: error instanceof Error ? error.message : String(error) });
  }
}

const delayMilliseconds = 250;

/** Keeps the code up to date while it is looked at; returns the way to stop. */
export function watchExport(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(update, delayMilliseconds);
  };
  const stops = [
    useDesign.subscribe((state, before) => state.design !== before.design && schedule()),
    useView.subscribe((state, before) => state.exportTarget !== before.exportTarget && update()),
  ];
  update();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

export function showFile(target: ExportTarget, path: string): void {
  useExport.setState((state) => ({ shown: { ...state.shown, [target]: path } }));
}
