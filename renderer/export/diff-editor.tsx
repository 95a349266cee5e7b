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

const options: monaco.editor.IStandaloneDiffEditorConstructionOptions = {
  ...readingOptions,
  originalEditable: false,
  renderSideBySide: true,
  useInlineViewWhenSpaceIsLimited: false,
  hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 3 },
  renderOverviewRuler: false,
  renderMarginRevertIcon: false,
  renderGutterMenu: false,
  lineNumbersMinChars: 4,
  folding: false,
};

/** Two texts side by side; stretches that are the same in both are folded. */
export function DiffEditor({ path, before, after }: DiffEditorProps) {
  const holder = useRef<HTMLDivElement>(null);
  const theme = useShownTheme();

  useEffect(() => applyTheme(theme), [theme]);

  useEffect(() => {
    if (!holder.current) return undefined;
    const editor = monaco.editor.createDiffEditor(holder.current, options);
    editor.getOriginalEditor().updateOptions({ ariaLabel: 'In the folder' });
    editor.getModifiedEditor().updateOptions({ ariaLabel: 'In the export' });
    const language = getLanguage(path);
    const original = monaco.editor.createModel(before, language);
    const modified = monaco.editor.createModel(after, language);
    const view = editor.createViewModel({ original, modified });
    editor.setModel(view);
    return () => {
      // In this order: a comparison under way is called off before its texts go.
      editor.setModel(null);
      view.dispose();
      editor.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [path, before, after]);

  return <div ref={holder} className={`${styles.editor} nokey`} />;
}
