import type { ExportTarget } from '../../shared/iac/targets.ts';
import { chooseExportFolder, writeExport } from '../app-api.ts';
import { getDesign } from '../state/design-store.ts';
import { showMessage } from '../state/status-store.ts';
import { setMode, useView } from '../state/view-store.ts';
import { buildExport } from './export-store.ts';

/** Writes the project to a folder the user chooses; what blocks it is shown instead. */
export async function saveExport(target: ExportTarget): Promise<void> {
  const { files, blockers } = buildExport(getDesign(), target);
  if (blockers.length > 0) {
    useView.setState({ exportTarget: target });
    setMode('export');
    return;
  }
  const chosen = await chooseExportFolder();
  if (!chosen) return;
  const outcome = await writeExport({
    folder: chosen.folder,
    target,
    files: files.map(({ path, text }) => ({ path, text })),
  });
  if (outcome.outcome === 'cancelled') return;
  const { written, unchanged, removed } = outcome;
  const parts = [
    `${written} files written to ${chosen.label}`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ];
  showMessage({ tone: 'ok', text: `${parts.join(', ')}.` });
}
