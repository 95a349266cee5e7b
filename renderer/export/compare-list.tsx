import type { ComparedFile, FileState } from '../../shared/ipc/export-channels.ts';
import { fileStates } from '../../shared/ipc/export-channels.ts';
import styles from './compare-dialog.module.css';
import { changeComparison, type Comparing, hasChoice } from './compare-store.ts';

export const stateNames: Readonly<Record<FileState, string>> = {
  edited: 'Edited by hand',
  foreign: 'Not from an export',
  changed: 'Changed by the design',
  new: 'New',
  removed: 'To be removed',
  left: 'No longer exported, edited',
  unchanged: 'Unchanged',
};

/** What will happen to the file, in a word. */
function nameFate(file: ComparedFile, isKept: boolean): string {
  if (file.state === 'new') return 'write';
  if (!hasChoice(file)) return '';
  if (isKept) return 'keep';
  return file.state === 'removed' ? 'remove' : 'replace';
}

/** The files by how they stand to the folder; those that need a decision come first. */
export function CompareList({ comparing }: { comparing: Comparing }) {
  const { comparison, keep, shown } = comparing;
  return (
    <nav className={styles.list} aria-label="Compared files">
      {fileStates.map((state) => {
        const files = comparison.files.filter((file) => file.state === state);
        if (files.length === 0) return null;
        return (
          <section key={state} aria-label={stateNames[state]}>
            <h3 className={styles.group}>
              {stateNames[state]} ({files.length})
            </h3>
            {files.map((file) => (
              <button
                key={file.path}
                type="button"
                className={styles.file}
                aria-current={file.path === shown}
                title={file.path}
                onClick={() => changeComparison({ shown: file.path })}
              >
                <span className={`${styles.path} mono`}>
                  <bdi>{file.path}</bdi>
                </span>
                <span className={styles.fate}>{nameFate(file, keep.has(file.path))}</span>
              </button>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
