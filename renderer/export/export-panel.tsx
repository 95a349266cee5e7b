import { Copy, FolderDown, FolderSync } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { ExportResult } from '../../shared/iac/export.ts';
import type { ExportedFile } from '../../shared/iac/ir/line-map.ts';
import { type ExportTarget, exportTargets, targetLabels } from '../../shared/iac/targets.ts';
import { copyText } from '../app-api.ts';
import { centerOn } from '../canvas/canvas-handle.ts';
import { reportFailure, runCommand } from '../commands/run-command.ts';
import { useDesign } from '../state/design-store.ts';
import { getSelectedItems, selectTarget, useSelection } from '../state/selection-store.ts';
import { showMessage } from '../state/status-store.ts';
import { useView } from '../state/view-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { SeverityIcon } from '../ui/severity.tsx';
import { CodeEditor } from './code-editor.tsx';
import styles from './export-panel.module.css';
import { showFile, useExport, watchExport } from './export-store.ts';
import { FileTree } from './file-tree.tsx';

const targets = exportTargets.map((value) => ({ value, label: targetLabels[value] }));

/** The file people look for first. */
const mainFiles: Readonly<Record<ExportTarget, RegExp>> = {
  cdk: /stack\.ts$/,
  terraform: /^main\.tf$/,
  cloudformation: /^template\.yaml$/,
  resources: /\.md$/,
};

/** The project that builds the design, file by file, always up to date. */
export function ExportPanel() {
  const target = useView((state) => state.exportTarget);
  const result = useExport((state) => state.result);
  const error = useExport((state) => state.error);
  const isEmpty = useDesign((state) => state.design.nodes.length === 0);
  useEffect(watchExport, []);
  const canSave = result?.blockers.length === 0;
  if (isEmpty) {
    return (
      <EmptyState title="Nothing to export yet">
        Add services to the canvas; the code that deploys them appears here as you draw.
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <Segmented
          label="Tool"
          value={target}
          options={targets}
          onChange={(exportTarget) => useView.setState({ exportTarget })}
        />
        <div className={styles.headActions}>
          <Button size="small" disabled={!canSave} onClick={() => runCommand('file.compare-export')}>
            <FolderSync size={13} aria-hidden /> Compare with a folder
          </Button>
          <Button
            size="small"
            variant="primary"
            disabled={!canSave}
            onClick={() => runCommand(`file.export-${target}`)}
          >
            <FolderDown size={13} aria-hidden /> Save to a folder
          </Button>
        </div>
      </div>
      <div className={styles.side}>{result ? <Files result={result} target={target} /> : null}</div>
      <div className={styles.code}>
        {error === undefined ? null : (
          <p className={styles.blockers} role="alert">
            {error}
          </p>
        )}
        {result ? (
          result.blockers.length > 0 ? (
            <Blockers result={result} />
          ) : (
            <Code result={result} target={target} />
          )
        ) : null}
      </div>
    </div>
  );
}

function findShown(result: ExportResult, target: ExportTarget, wanted: string | undefined) {
  return (
    result.files.find((file) => file.path === wanted) ??
    result.files.find((file) => mainFiles[target].test(file.path)) ??
    result.files[0]
  );
}

function Files({ result, target }: { result: ExportResult; target: ExportTarget }) {
  const shown = useExport((state) => state.shown[target]);
  return (
    <FileTree
      files={result.files}
      shown={findShown(result, target, shown)?.path}
      onShow={(path) => showFile(target, path)}
    />
  );
}

function Code({ result, target }: { result: ExportResult; target: ExportTarget }) {
  const shown = useExport((state) => state.shown[target]);
  const keys = useSelection((state) => state.keys);
  const file = findShown(result, target, shown);
  const marked = useMemo(() => {
    const { nodes } = getSelectedItems(keys);
    return file?.nodes.filter((range) => nodes.includes(range.node)) ?? [];
  }, [file, keys]);
  if (!file)
    return <EmptyState title="No files">Nothing on the canvas is part of an AWS account.</EmptyState>;
  const onLineClick = (line: number): void => {
    const range = file.nodes.find(({ from, to }) => line >= from && line <= to);
    if (!range) return;
    selectTarget({ kind: 'node', id: range.node });
    centerOn({ kind: 'node', id: range.node });
  };
  const notes = [
    ...result.warnings,
    ...result.manualSteps.map((step) => `By hand: ${step.title}. ${step.reason}`),
  ];
  return (
    <>
      <div className={styles.codeHead}>
        <span className="mono">{file.path}</span>
        <span className="number">{file.text.split('\n').length - 1} lines</span>
        <span className={styles.hint}>Click a line to select its service.</span>
        <Button size="small" variant="quiet" onClick={() => void copyFile(file)}>
          <Copy size={13} aria-hidden /> Copy file
        </Button>
      </div>
      <CodeEditor
        path={`${target}/${file.path}`}
        text={file.text}
        marked={marked}
        onLineClick={onLineClick}
      />
      {notes.length > 0 ? (
        <ul className={`${styles.notes} selectable`} aria-label="Before you deploy">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

async function copyFile({ path, text }: ExportedFile): Promise<void> {
  try {
    await copyText(text);
    showMessage({ tone: 'ok', text: `${path} is on the clipboard.` });
  } catch (error) {
    reportFailure(error);
  }
}

function Blockers({ result }: { result: ExportResult }) {
  return (
    <div className={styles.blockers}>
      <h2 className={styles.blockersTitle}>
        {result.blockers.length} {result.blockers.length === 1 ? 'problem has' : 'problems have'} to be solved
        before the design can be exported
      </h2>
      {result.blockers.map((blocker) => (
        <button
          key={`${blocker.node ?? ''} ${blocker.message}`}
          type="button"
          className={styles.blocker}
          onClick={() => {
            if (blocker.node === undefined) return;
            selectTarget({ kind: 'node', id: blocker.node });
            centerOn({ kind: 'node', id: blocker.node });
          }}
        >
          <SeverityIcon severity="error" />
          {blocker.message}
        </button>
      ))}
      <Button size="small" onClick={() => useView.setState({ bottomTab: 'problems' })}>
        Show the problems
      </Button>
    </div>
  );
}
