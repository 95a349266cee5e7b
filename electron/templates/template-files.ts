import type { TemplateInfo } from '../../shared/ipc/template-channels.ts';
import { readDesignText } from '../documents/read-design.ts';
import { Failure } from '../failure.ts';

// Taken into the bundle: a package has no templates folder.
const designs = import.meta.glob<string>('../../templates/*/pipeline.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const readmes = import.meta.glob<string>('../../templates/*/README.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function idOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

const designById = new Map(Object.entries(designs).map(([path, text]) => [idOf(path), text]));
const readmeById = new Map(Object.entries(readmes).map(([path, text]) => [idOf(path), text]));

/** Title and first paragraph of a README. */
function readReadme(text: string): { title: string; summary: string } {
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim());
  const title = blocks.find((block) => block.startsWith('# '))?.slice(2);
  const summary = blocks.find((block) => block !== '' && !block.startsWith('#'));
  return { title: title ?? '', summary: summary?.replace(/\s+/g, ' ') ?? '' };
}

/** The starter designs in the order of their ids. */
export function listTemplates(): TemplateInfo[] {
  return [...designById].map(([id, text]) => {
    const { title, summary } = readReadme(readmeById.get(id) ?? '');
    const { design } = readDesignText(text);
    const services = [...new Set(design.nodes.map((node) => node.service))];
    return { id, title: title === '' ? design.name : title, summary, services };
  });
}

/** The text of a template and the name its copy gets. */
export function getTemplate(id: string): { text: string; name: string } {
  const text = designById.get(id);
  if (text === undefined) throw new Failure('not-found', `There is no template ${JSON.stringify(id)}.`);
  return { text, name: readDesignText(text).design.name };
}
