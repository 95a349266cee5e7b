/** The templates that ship with the app; their texts are loaded when asked for. */
const designs = import.meta.glob<string>('../../templates/*/pipeline.json', {
  query: '?raw',
  import: 'default',
});
const readmes = import.meta.glob<string>('../../templates/*/README.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});

export interface Template {
  id: string;
  title: string;
  /** First paragraph of the README. */
  summary: string;
  readText(): Promise<string>;
}

function parseReadme(id: string, text: string): Pick<Template, 'title' | 'summary'> {
  const [heading, ...rest] = text.trim().split(/\n\s*\n/);
  const summary = rest.find((paragraph) => /^\w/.test(paragraph.trim()));
  return {
    title: heading?.replace(/^#+\s*/, '').split('\n')[0] ?? id,
    summary: (summary ?? '').replace(/\s+/g, ' ').replace(/[`*_]/g, '').trim(),
  };
}

/** Shown on the empty canvas: the usual first cases. */
const featured = ['clickstream', 'video-threat-detection', 'document-assistant'];

const getRank = ({ id }: Template): number => {
  const rank = featured.indexOf(id);
  return rank === -1 ? featured.length : rank;
};

const all: readonly Template[] = Object.entries(designs).map(([path, load]) => {
  const id = path.split('/').at(-2) ?? path;
  const readme = readmes[path.replace('pipeline.json', 'README.md')] ?? `# ${id}`;
  return { id, ...parseReadme(id, readme), readText: load };
});

export const templates: readonly Template[] = [...all].sort((a, b) => getRank(a) - getRank(b));
