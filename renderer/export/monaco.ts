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

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const languages: Readonly<Record<string, string>> = {
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

export function getLanguage(path: string): string {
  return languages[path.split('.').at(-1) ?? ''] ?? 'plaintext';
}

/** What all editors of the app have in common: code to read, not to write. */
export const readingOptions: monaco.editor.IStandaloneEditorConstructionOptions = {
  readOnly: true,
  domReadOnly: true,
  automaticLayout: true,
  fontFamily: "'JetBrains Mono Variable', monospace",
  fontSize: 12,
  lineHeight: 18,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlight: 'none',
  padding: { top: 8, bottom: 8 },
};

/** Gives all editors the colours of the app, as they are now. */
export function applyTheme(theme: 'light' | 'dark'): void {
  defineThemes();
  monaco.editor.setTheme(theme === 'dark' ? 'pipewright-vs-dark' : 'pipewright-vs');
}

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
        'diffEditor.removedLineBackground': `${read('--error')}18`,
        'diffEditor.removedTextBackground': `${read('--error')}30`,
        'diffEditorGutter.removedLineBackground': `${read('--error')}18`,
        'diffEditor.insertedLineBackground': `${read('--ok')}18`,
        'diffEditor.insertedTextBackground': `${read('--ok')}30`,
        'diffEditorGutter.insertedLineBackground': `${read('--ok')}18`,
        'diffEditor.diagonalFill': `${read('--border-strong')}80`,
        'diffEditor.unchangedRegionBackground': read('--surface-sunken'),
        'diffEditor.unchangedRegionForeground': read('--text-quiet'),
      },
    });
  }
}

export { monaco };
