import { splitWords, toPascalCase } from '../ir/identifiers.ts';
import type { IacGraph } from '../ir/graph.ts';
import type { ExportedFile } from '../ir/line-map.ts';
import { printTemplate } from './print-template.ts';

/** CloudFormation takes a larger template from a bucket only. */
export const maxInlineBytes = 51_200;

/** Name of the template's file. */
export const templateFile = 'template.yaml';

/** The template of the design; README and starter files apart. */
export function printCloudFormation(graph: IacGraph): ExportedFile[] {
  const template = printTemplate(graph);
  return [{ path: templateFile, text: template.toText(), nodes: template.ranges }];
}

/** A stack name that CloudFormation takes, from the name of the design. */
export function nameStack(designName: string): string {
  const words = splitWords(designName).slice(0, 8);
  const started = /^[a-z]/.test(words[0] ?? '') ? words : ['pipeline', ...words];
  return toPascalCase(started).slice(0, 120);
}
