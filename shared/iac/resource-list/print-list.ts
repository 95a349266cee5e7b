import type { IacGraph } from '../ir/graph.ts';
import type { ExportedFile } from '../ir/line-map.ts';
import { FileWriter } from '../ir/line-map.ts';
import { printMarkdownText } from '../ir/markdown-text.ts';
import { buildRows, type ResourceRow } from './build-rows.ts';

/** What the design deploys as a list for reviews: Markdown to read, CSV to sort. */
export function printResourceList(graph: IacGraph): ExportedFile[] {
  const rows = buildRows(graph);
  const markdown = printMarkdown(graph, rows);
  const csv = printCsv(rows);
  return [
    { path: 'resources.csv', text: csv.toText(), nodes: csv.ranges },
    { path: 'resources.md', text: markdown.toText(), nodes: markdown.ranges },
  ];
}

const headings = ['Node', 'Service', 'Logical name', 'CloudFormation type', 'Terraform type', 'Settings'];

function printMarkdown(graph: IacGraph, rows: readonly ResourceRow[]): FileWriter {
  const file = new FileWriter();
  file.write(`# ${printMarkdownText(graph.name)}: resources`).blank();
  if (graph.description !== '') file.write(printMarkdownText(graph.description)).blank();
  const shared = rows.filter(({ cloudFormation }) => cloudFormation !== '').length;
  file.write(
    `${shared} resources in CloudFormation, ${rows.filter(({ terraform }) => terraform !== '').length} in Terraform.`,
  );
  for (const { id, title, service } of graph.sections) {
    const own = rows.filter(({ nodeId }) => nodeId === id);
    if (own.length === 0) continue;
    const name = title === service ? title : `${title}: ${service}`;
    file
      .blank()
      .write(`## ${printMarkdownText(name)}`, id)
      .blank();
    file
      .write('| Logical name | CloudFormation type | Terraform type | Settings |')
      .write('| --- | --- | --- | --- |');
    for (const row of own) {
      const cells = [row.logicalId, row.cloudFormation, row.terraform, row.settings.join('; ')];
      file.write(
        `| ${cells.map((cell) => printMarkdownText(cell).replaceAll('\\_', '_')).join(' | ')} |`,
        id,
      );
    }
  }
  return file;
}

function printCsv(rows: readonly ResourceRow[]): FileWriter {
  const file = new FileWriter();
  file.write(headings.map(printCell).join(','));
  for (const row of rows) {
    const cells = [
      row.node,
      row.service,
      row.logicalId,
      row.cloudFormation,
      row.terraform,
      row.settings.join('; '),
    ];
    file.write(cells.map(printCell).join(','), row.nodeId);
  }
  return file;
}

/** A cell on one line; spreadsheets run what starts like a formula, so that gets an apostrophe in front. */
function printCell(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const safe = /^[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
