import 'monaco-editor/features/diffEditor/register';
import { useEffect, useRef } from 'react';
import { useShownTheme } from '../state/use-shown-theme.ts';
import styles from './compare-dialog.module.css';
import { applyTheme, getLanguage, monaco, readingOptions } from './monaco.ts';

interface DiffEditorProps {
  path: string;
  /** Left: what is in the folder. */
  before: string;
  /** Right: what the export writes. */
  after: string;
}

/** Two texts side by side; stretches that are the same in both are folded. */
export function DiffEditor({ path, before, after }: DiffEditorProps) {
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneDiffEditor>(undefined);
  const theme = useShownTheme();

  useEffect(() => {
    if (!holder.current) return undefined;
    const created = monaco.editor.createDiffEditor(holder.current, {
      ...readingOptions,
      originalEditable: false,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: false,
      hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 3 },
      renderOverviewRuler: false,
      renderMarginRevertIcon: false,
      renderGutterMenu: false,
      enableSplitViewResizing: true,
      lineNumbersMinChars: 4,
      folding: false,
    });
    created.getOriginalEditor().updateOptions({ ariaLabel: 'In the folder' });
    created.getModifiedEditor().updateOptions({ ariaLabel: 'In the export' });
    editor.current = created;
    return () => {
      const model = created.getModel();
      created.dispose();
      model?.original.dispose();
      model?.modified.dispose();
      editor.current = undefined;
    };
  }, []);

  useEffect(() => applyTheme(theme), [theme]);

  useEffect(() => {
    const current = editor.current;
    if (!current) return;
    const old = current.getModel();
    const language = getLanguage(path);
    current.setModel({
      original: monaco.editor.createModel(before, language),
      modified: monaco.editor.createModel(after, language),
    });
    old?.original.dispose();
    old?.modified.dispose();
  }, [path, before, after]);

  return <div ref={holder} className={`${styles.editor} nokey`} />;
}
