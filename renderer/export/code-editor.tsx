import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/languages/definitions/hcl/register';
import 'monaco-editor/languages/definitions/typescript/register';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/sql/register';
import 'monaco-editor/languages/definitions/yaml/register';
import * as monaco from 'monaco-editor/editor';
// oxlint-disable-next-line import/default -- the bundler makes the default export of a worker.
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { useEffect, useRef } from 'react';
import { useShownTheme } from '../state/use-shown-theme.ts';
import styles from './export-panel.module.css';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const languages: Record<string, string> = {
  ts: 'typescript',
  tf: 'hcl',
  tfvars: 'hcl',
  py: 'python',
  md: 'markdown',
  sql: 'sql',
  yaml: 'yaml',
  // Monaco's own JSON support brings a worker of its own; as TypeScript it is coloured well enough.
  json: 'typescript',
};

/** Some of the editor's own colours have too little contrast, above all on marked lines. */
const lightRules = [
  { token: 'comment', foreground: '4d5765' },
  { token: 'number', foreground: '07653f' },
  { token: 'type', foreground: '00666b' },
  { token: 'type.identifier', foreground: '00666b' },
];
const darkRules = [{ token: 'comment', foreground: '98a2b0' }];

function defineThemes(): void {
  const read = (name: string): string =>
    // The build shortens #ffffff to #fff, which the editor does not take.
    getComputedStyle(document.documentElement)
      .getPropertyValue(name)
      .trim()
      .replace(/^#(\w)(\w)(\w)$/, '#$1$1$2$2$3$3');
  for (const base of ['vs', 'vs-dark'] as const) {
    monaco.editor.defineTheme(`pipewright-${base}`, {
      base,
      inherit: true,
      rules: base === 'vs' ? lightRules : darkRules,
      colors: {
        'editor.background': read('--surface'),
        'editor.foreground': read('--text'),
        'editorLineNumber.foreground': read('--text-faint'),
        'editorGutter.background': read('--surface'),
      },
    });
  }
}

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
      readOnly: true,
      domReadOnly: true,
      automaticLayout: true,
      fontFamily: "'JetBrains Mono Variable', monospace",
      fontSize: 12,
      lineHeight: 18,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      renderLineHighlight: 'none',
      overviewRulerLanes: 0,
      contextmenu: true,
      padding: { top: 8, bottom: 8 },
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
    defineThemes();
    monaco.editor.setTheme(theme === 'dark' ? 'pipewright-vs-dark' : 'pipewright-vs');
  }, [theme]);

  const shownPath = useRef('');
  useEffect(() => {
    const current = editor.current;
    if (!current) return;
    const language = languages[path.split('.').at(-1) ?? ''] ?? 'plaintext';
    const model = current.getModel();
    if (model && shownPath.current === path) {
      const view = current.saveViewState();
      if (model.getValue() !== text) model.setValue(text);
      current.restoreViewState(view);
      return;
    }
    shownPath.current = path;
    current.setModel(monaco.editor.createModel(text, language));
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
