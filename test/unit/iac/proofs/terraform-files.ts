import { format } from '@cdktn/hcl-tools';
import { parse } from '@cdktn/hcl2json';
import type { ExportedFile } from '../../../../shared/iac/ir/line-map.ts';

/** A body as the real HCL parser reads it: nested blocks are lists of bodies. */
export type HclBody = Readonly<Record<string, unknown>>;

/** A resource or data source of a parsed configuration. */
export interface ParsedBlock {
  kind: 'resource' | 'data';
  type: string;
  label: string;
  body: HclBody;
}

export interface ParsedConfiguration {
  blocks: readonly ParsedBlock[];
  variables: ReadonlySet<string>;
  /** Every `${…}` in the configuration, without the braces. */
  expressions: readonly string[];
}

const isBody = (value: unknown): value is HclBody =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses all `.tf` files of an export with the parser that Terraform uses. */
export async function parseTerraform(files: readonly ExportedFile[]): Promise<ParsedConfiguration> {
  const blocks: ParsedBlock[] = [];
  const variables = new Set<string>();
  const expressions: string[] = [];
  for (const { path, text } of files.filter((file) => file.path.endsWith('.tf'))) {
    const parsed = (await parse(path, text)) as HclBody;
    collectExpressions(parsed, expressions);
    for (const kind of ['resource', 'data'] as const) {
      const byType = parsed[kind];
      if (!isBody(byType)) continue;
      for (const [type, byLabel] of Object.entries(byType)) {
        if (!isBody(byLabel)) continue;
        for (const [label, bodies] of Object.entries(byLabel)) {
          if (!Array.isArray(bodies) || bodies.length !== 1 || !isBody(bodies[0])) {
            throw new Error(`${path}: ${type}.${label} stands there ${String(bodies)} times.`);
          }
          blocks.push({ kind, type, label, body: bodies[0] });
        }
      }
    }
    if (isBody(parsed.variable)) for (const name of Object.keys(parsed.variable)) variables.add(name);
  }
  return { blocks, variables, expressions };
}

/** `${…}` parts of every string; `$${` is text and no expression. */
function collectExpressions(value: unknown, expressions: string[]): void {
  if (typeof value === 'string') {
    for (let index = 0; index < value.length; index += 1) {
      if (!value.startsWith('${', index)) continue;
      if (value[index - 1] === '$') continue;
      const end = findEnd(value, index + 2);
      expressions.push(value.slice(index + 2, end));
      index = end;
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      collectExpressions(key, expressions);
      collectExpressions(item, expressions);
    }
  }
}

function findEnd(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

/** Files that the canonical formatter would change. */
export async function findUnformatted(files: readonly ExportedFile[]): Promise<string[]> {
  const unformatted: string[] = [];
  for (const { path, text } of files.filter((file) => file.path.endsWith('.tf'))) {
    if ((await format(text)) !== text) unformatted.push(path);
  }
  return unformatted;
}
