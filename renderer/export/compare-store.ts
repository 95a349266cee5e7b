import { create } from 'zustand';
import type { ExportTarget } from '../../shared/iac/targets.ts';
import type { ComparedFile, Comparison, ExportFile } from '../../shared/ipc/export-channels.ts';

/** An export beside the folder it may be written to, and what the user decided so far. */
export interface Comparing {
  /** Handle of the folder, and its name for people. */
  folder: string;
  label: string;
  target: ExportTarget;
  files: readonly ExportFile[];
  comparison: Comparison;
  /** Paths that stay as they are in the folder. */
  keep: ReadonlySet<string>;
  shown: string | undefined;
  isBusy: boolean;
  error: string | undefined;
}

export const useCompare = create<{ comparing: Comparing | undefined }>()(() => ({ comparing: undefined }));

/** Whether there is a file in the folder that the export would replace or remove. */
export const hasChoice = ({ state }: ComparedFile): boolean =>
  state === 'edited' || state === 'foreign' || state === 'changed' || state === 'removed';

/** Whether somebody else's work is at stake. */
export const isTheirs = ({ state }: ComparedFile): boolean => state === 'edited' || state === 'foreign';

/** Whether writing would replace or remove what the user may not expect: nothing of it happens unasked. */
export function needsDecision({ files, lastTarget }: Comparison, target: ExportTarget): boolean {
  const isOtherProject = lastTarget !== undefined && lastTarget !== target;
  return files.some((file) => isTheirs(file) || (isOtherProject && file.state === 'removed'));
}

/** What happens when the project is written as decided. */
export function countOutcome({ comparison, keep }: Comparing): {
  write: number;
  remove: number;
  kept: number;
} {
  const going = comparison.files.filter(({ path }) => !keep.has(path));
  return {
    write: going.filter((file) => file.state === 'new' || (hasChoice(file) && file.state !== 'removed'))
      .length,
    remove: going.filter(({ state }) => state === 'removed').length,
    kept: keep.size,
  };
}

/** Opens the comparison; edited and foreign files stay unless the user says otherwise. */
export function openComparison(
  opened: Pick<Comparing, 'folder' | 'label' | 'target' | 'files' | 'comparison'>,
): void {
  const { files } = opened.comparison;
  const first = files.find(isTheirs) ?? files.find(hasChoice) ?? files.find(({ state }) => state === 'new');
  useCompare.setState({
    comparing: {
      ...opened,
      keep: new Set(files.filter(isTheirs).map(({ path }) => path)),
      shown: (first ?? files[0])?.path,
      isBusy: false,
      error: undefined,
    },
  });
}

export function closeComparison(): void {
  useCompare.setState({ comparing: undefined });
}

export function changeComparison(changes: Partial<Comparing>): void {
  useCompare.setState(({ comparing }) => ({ comparing: comparing && { ...comparing, ...changes } }));
}

export function setKept(paths: readonly string[], isKept: boolean): void {
  const { comparing } = useCompare.getState();
  if (!comparing) return;
  const keep = new Set(comparing.keep);
  for (const path of paths) {
    if (isKept) keep.add(path);
    else keep.delete(path);
  }
  changeComparison({ keep });
}
