import type { ExportTarget } from '../../shared/iac/targets.ts';
import type { Comparison, ExportFile } from '../../shared/ipc/export-channels.ts';
import { chooseExportFolder, compareExport, writeExport } from '../app-api.ts';
import { countOf } from '../catalog/count-of.ts';
import { getDesign } from '../state/design-store.ts';
import { showMessage } from '../state/status-store.ts';
import { setMode, useView } from '../state/view-store.ts';
import {
  changeComparison,
  closeComparison,
  type Comparing,
  isTheirs,
  needsDecision,
  openComparison,
  useCompare,
} from './compare-store.ts';
import { buildExport } from './export-store.ts';

/** A project and the folder chosen for it. */
interface Placed {
  folder: string;
  label: string;
  target: ExportTarget;
  files: ExportFile[];
  comparison: Comparison;
}

/** Builds the project, asks for a folder and compares; what blocks the export is shown instead. */
async function placeExport(target: ExportTarget): Promise<Placed | undefined> {
  const built = buildExport(getDesign(), target);
  if (built.blockers.length > 0) {
    useView.setState({ exportTarget: target });
    setMode('export');
    return undefined;
  }
  const chosen = await chooseExportFolder();
  if (!chosen) return undefined;
  const files = built.files.map(({ path, text }) => ({ path, text }));
  const project = { folder: chosen.folder, target, files };
  return { ...project, label: chosen.label, comparison: await compareExport(project) };
}

/** Writes the project to a folder the user chooses, after a look at the files that somebody edited. */
export async function saveExport(target: ExportTarget): Promise<void> {
  const placed = await placeExport(target);
  if (!placed) return;
  if (needsDecision(placed.comparison, target)) openComparison(placed);
  else await write(placed, []);
}

/** Shows how the project stands to a folder, file by file. */
export async function compareWithFolder(target: ExportTarget): Promise<void> {
  const placed = await placeExport(target);
  if (placed) openComparison(placed);
}

async function write(placed: Placed | Comparing, keep: readonly string[]): Promise<void> {
  const { folder, label, target, files, comparison } = placed;
  const outcome = await writeExport({
    folder,
    target,
    files: [...files],
    seen: comparison.files.map(({ path, sha256 }) => ({ path, sha256 })),
    keep: [...keep],
  });
  const { written, unchanged, removed, kept } = outcome;
  const parts = [
    `${countOf(written, 'file')} written to ${label}`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(kept > 0 ? [`${kept} kept`] : []),
  ];
  showMessage({ tone: 'ok', text: `${parts.join(', ')}.` });
}

/** Keeps the dialog open on a failure, which is told in it. */
async function runInDialog(action: (comparing: Comparing) => Promise<void>): Promise<void> {
  const { comparing } = useCompare.getState();
  if (!comparing || comparing.isBusy) return;
  changeComparison({ isBusy: true, error: undefined });
  try {
    await action(comparing);
  } catch (error) {
    changeComparison({ isBusy: false, error: error instanceof Error ? error.message : String(error) });
  }
}

/** Writes the project as the user decided in the comparison. */
export const writeComparison = (): Promise<void> =>
  runInDialog(async (comparing) => {
    await write(comparing, [...comparing.keep]);
    closeComparison();
  });

/** Looks at the folder again; decisions on files that are as they were stay. */
export const compareAgain = (): Promise<void> =>
  runInDialog(async (comparing) => {
    const { folder, target, files, shown, keep } = comparing;
    const before = new Map(comparing.comparison.files.map(({ path, sha256 }) => [path, sha256]));
    const comparison = await compareExport({ folder, target, files: [...files] });
    const kept = comparison.files.filter((file) =>
      before.get(file.path) === file.sha256 ? keep.has(file.path) : isTheirs(file),
    );
    openComparison({ ...comparing, comparison });
    changeComparison({ keep: new Set(kept.map(({ path }) => path)), shown });
  });
