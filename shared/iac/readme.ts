import type { IacGraph } from './ir/graph.ts';
import type { ManualStep, VariableSpec } from './ir/mapping.ts';
import { printMarkdownText } from './ir/markdown-text.ts';

/** The parts of a README that differ between the tools. */
export interface ReadmeParts {
  target: 'cloudformation' | 'terraform';
  /** What kind of project this is, in one sentence. */
  intro: string;
  /** Shell commands by heading. */
  commands: readonly { heading: string; text?: string; lines: readonly string[] }[];
  /** How a variable is given. */
  variableHint: string;
  /** Name of a variable in this tool. */
  nameVariable(variable: VariableSpec): string;
}

/** README of an exported project. */
export function printReadme(graph: IacGraph, parts: ReadmeParts, warnings: readonly string[]): string {
  const lines = [`# ${printMarkdownText(graph.name)}`, ''];
  if (graph.description !== '') lines.push(printMarkdownText(graph.description), '');
  lines.push(parts.intro, '', '## What it deploys', '', ...printSectionTable(graph));
  for (const { heading, text, lines: commands } of parts.commands) {
    lines.push('', `## ${heading}`, '');
    if (text !== undefined) lines.push(text, '');
    lines.push('```sh', ...commands, '```');
  }
  if (graph.variables.length > 0) lines.push('', ...printVariableTable(graph, parts));
  const steps = graph.manualSteps.filter((step) => step.target === 'both' || step.target === parts.target);
  if (steps.length > 0) lines.push('', '## Steps by hand', '', ...steps.flatMap(printStep));
  const notes = [...graph.warnings, ...warnings];
  if (notes.length > 0) {
    lines.push('', '## Before you deploy', '', ...notes.map((note) => `- ${printMarkdownText(note)}`));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Where things are drawn is a column only when something is drawn inside something. */
function printSectionTable({ sections }: IacGraph): string[] {
  const isPlaced = sections.some(({ within }) => within !== undefined);
  return [
    isPlaced ? '| Name | Service | In |' : '| Name | Service |',
    isPlaced ? '| --- | --- | --- |' : '| --- | --- |',
    ...sections.map(({ title, service, within = [] }) => {
      const place = within.map(({ name }) => printMarkdownText(name)).join(' / ');
      return `| ${printMarkdownText(title)} | ${service} |${isPlaced ? ` ${place} |` : ''}`;
    }),
  ];
}

function printVariableTable(graph: IacGraph, parts: ReadmeParts): string[] {
  const rows = graph.variables.map((variable) => {
    const fallback = variable.default === undefined ? 'required' : printDefault(variable.default);
    return `| ${parts.nameVariable(variable)} | ${printMarkdownText(variable.description)} | ${fallback} |`;
  });
  return [
    '## Inputs',
    '',
    parts.variableHint,
    '',
    '| Name | Meaning | Default |',
    '| --- | --- | --- |',
    ...rows,
  ];
}

function printDefault(value: NonNullable<VariableSpec['default']>): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  return text === '' ? 'empty' : printMarkdownText(text);
}

function printStep(step: ManualStep): string[] {
  return [
    `### ${printMarkdownText(step.title)}`,
    '',
    printMarkdownText(step.reason),
    '',
    '```sh',
    ...step.command.replaceAll('```', "'''").split('\n'),
    '```',
    '',
  ];
}
