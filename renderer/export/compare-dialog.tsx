import { targetLabels } from '../../shared/iac/targets.ts';
import type { ComparedFile, FileState } from '../../shared/ipc/export-channels.ts';
import { countOf } from '../catalog/count-of.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Segmented } from '../ui/segmented.tsx';
import styles from './compare-dialog.module.css';
import { CompareList } from './compare-list.tsx';
import {
  closeComparison,
  type Comparing,
  countOutcome,
  hasChoice,
  isTheirs,
  setKept,
} from './compare-store.ts';
import { DiffEditor } from './diff-editor.tsx';
import { compareAgain, writeComparison } from './export-actions.ts';

/** An export beside the folder it goes to: what differs, and what is to happen with each file. */
export function CompareDialog({ comparing }: { comparing: Comparing }) {
  const { comparison, label, target, shown } = comparing;
  const file = comparison.files.find(({ path }) => path === shown);
  return (
    <Dialog
      open
      onClose={closeComparison}
      title={`${targetLabels[target]} export and ${label}`}
      description={describeLast(comparing)}
      width={1180}
      isFlush
      footer={<Footer comparing={comparing} />}
    >
      <div className={styles.content}>
        <CompareList comparing={comparing} />
        {file ? <Detail comparing={comparing} file={file} /> : null}
      </div>
    </Dialog>
  );
}

function describeLast({ comparison: { lastTarget }, target }: Comparing): string {
  if (lastTarget === undefined) return 'No export was written to this folder before.';
  return lastTarget === target
    ? 'Left: what is in the folder now. Right: what the export writes.'
    : `The last export into this folder was ${targetLabels[lastTarget]}; its files would be removed.`;
}

const explanations: Readonly<Record<FileState, string>> = {
  edited: 'Somebody edited the file after the last export. Replacing it loses those edits.',
  foreign: 'The file is in the folder, but no export of this app wrote it.',
  changed: 'Written by the last export and not edited since; the design has changed.',
  new: 'The folder does not have the file yet.',
  removed: 'Written by the last export, not edited since, and no longer part of the project.',
  left: 'No longer part of the project, but edited by hand: it stays, and the export forgets it.',
  unchanged: 'The file in the folder is the same.',
};

function Detail({ comparing, file }: { comparing: Comparing; file: ComparedFile }) {
  const isKept = comparing.keep.has(file.path);
  const change = file.state === 'removed' ? 'Remove' : 'Replace';
  return (
    <section className={styles.detail} aria-label={file.path}>
      <div className={styles.detailHead}>
        <div>
          <p className={`${styles.detailPath} mono`}>{file.path}</p>
          <p className={styles.explanation}>
            {explanations[file.state]}
            {file.wasKept ? ' It was kept at the last export.' : ''}
          </p>
        </div>
        {hasChoice(file) ? (
          <Segmented
            label={`What to do with ${file.path}`}
            value={isKept ? 'keep' : 'replace'}
            options={[
              { value: 'keep', label: 'Keep mine' },
              { value: 'replace', label: change },
            ]}
            onChange={(choice) => setKept([file.path], choice === 'keep')}
          />
        ) : null}
      </div>
      <Texts comparing={comparing} file={file} />
    </section>
  );
}

function Texts({ comparing, file }: { comparing: Comparing; file: ComparedFile }) {
  if (file.omitted !== undefined) {
    return (
      <EmptyState title="The file in the folder cannot be shown">
        {file.omitted === 'binary' ? 'It is not a text in UTF-8.' : 'It is too long to be compared here.'}
      </EmptyState>
    );
  }
  const after = comparing.files.find(({ path }) => path === file.path)?.text ?? '';
  return (
    <>
      <div className={styles.sides}>
        <span>{file.state === 'new' ? 'In the folder: nothing' : 'In the folder'}</span>
        <span>
          {file.state === 'removed' || file.state === 'left' ? 'In the export: nothing' : 'In the export'}
        </span>
      </div>
      <DiffEditor
        path={file.path}
        before={file.state === 'unchanged' ? after : (file.text ?? '')}
        after={after}
      />
    </>
  );
}

function Footer({ comparing }: { comparing: Comparing }) {
  const { write, remove, kept } = countOutcome(comparing);
  const theirs = comparing.comparison.files.filter(isTheirs).map(({ path }) => path);
  const parts = [
    ...(kept > 0 ? [`${kept} kept as ${kept === 1 ? 'it is' : 'they are'}`] : []),
    ...(remove > 0 ? [`${remove} removed`] : []),
  ];
  const label =
    write === 0 && remove > 0 ? `Remove ${countOf(remove, 'file')}` : `Write ${countOf(write, 'file')}`;
  return (
    <div className={styles.footer}>
      {theirs.length > 1 ? (
        <>
          <Button size="small" onClick={() => setKept(theirs, true)}>
            Keep all mine
          </Button>
          <Button size="small" onClick={() => setKept(theirs, false)}>
            Replace all
          </Button>
        </>
      ) : null}
      {comparing.error === undefined ? (
        <p className={styles.summary} role="status">
          {parts.join(', ')}
        </p>
      ) : (
        <p className={styles.error} role="alert">
          {comparing.error}
        </p>
      )}
      <Button onClick={() => void compareAgain()} disabled={comparing.isBusy}>
        Compare again
      </Button>
      <Button onClick={closeComparison}>Cancel</Button>
      <Button
        variant="primary"
        disabled={comparing.isBusy || write + remove === 0}
        onClick={() => void writeComparison()}
      >
        {label}
      </Button>
    </div>
  );
}
