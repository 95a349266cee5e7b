import { useEffect, useRef } from 'react';
import { useShownTheme } from '../state/use-shown-theme.ts';
import styles from './export-panel.module.css';
import { applyTheme, getLanguage, monaco, readingOptions } from './monaco.ts';

export interface LineSpan {
  from: number;
  to: number;
}

interface CodeEditorProps {
  path: string;
  text: string;
  /** Lines of the selected nodes. */
  marked: readonly LineSpan[];
  onLineClick(line: number): void;
}

/** Code to read: highlighted, searchable, kept at its place while the text changes. */
export function CodeEditor({ path, text, marked, onLineClick }: CodeEditorProps) {
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const decorations = useRef<monaco.editor.IEditorDecorationsCollection>(undefined);
  const click = useRef(onLineClick);
  const theme = useShownTheme();

  useEffect(() => {
    click.current = onLineClick;
  }, [onLineClick]);

  useEffect(() => {
    if (!holder.current) return undefined;
    const created = monaco.editor.create(holder.current, {
      ...readingOptions,
      overviewRulerLanes: 0,
      contextmenu: true,
      ariaLabel: 'Generated code',
    });
    editor.current = created;
    decorations.current = created.createDecorationsCollection();
    const clicks = created.onMouseDown((event) => {
      if (event.target.position) click.current(event.target.position.lineNumber);
    });
    return () => {
      clicks.dispose();
      created.getModel()?.dispose();
      created.dispose();
      editor.current = undefined;
    };
  }, []);

  useEffect(() => {
    applyTheme(theme);
  }, [theme]);

  const shownPath = useRef('');
  useEffect(() => {
    const current = editor.current;
    if (!current) return;
    const model = current.getModel();
    if (model && shownPath.current === path) {
      const view = current.saveViewState();
      if (model.getValue() !== text) model.setValue(text);
      current.restoreViewState(view);
      return;
    }
    shownPath.current = path;
    current.setModel(monaco.editor.createModel(text, getLanguage(path)));
    model?.dispose();
  }, [path, text]);

  useEffect(() => {
    decorations.current?.set(
      marked.map(({ from, to }) => ({
        range: new monaco.Range(from, 1, to, 1),
        options: {
          isWholeLine: true,
          className: styles.markedLine ?? '',
          linesDecorationsClassName: styles.markedEdge ?? '',
        },
      })),
    );
    const [first] = marked;
    if (first) editor.current?.revealLineNearTop(first.from);
  }, [marked]);

  return <div ref={holder} className={`${styles.editor} nokey`} />;
}
