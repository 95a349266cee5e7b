import { createDesign } from '../../../shared/graph/create-design.ts';
import type { Design } from '../../../shared/graph/design.ts';
import { serializeDesign } from '../../../shared/graph/serialize-design.ts';

/** A small valid design; the name tells versions apart. */
export function buildDesign(name: string): Design {
  const design = createDesign(name);
  design.nodes.push(
    { id: 'in', service: 'kds', properties: {} },
    { id: 'out', service: 'firehose', properties: {} },
  );
  design.edges.push({ id: 'in-out', source: 'in', target: 'out', properties: {} });
  return design;
}

export function designText(name: string): string {
  return serializeDesign(buildDesign(name));
}
