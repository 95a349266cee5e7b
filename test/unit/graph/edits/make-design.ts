import { createDesign } from '../../../../shared/graph/create-design.ts';
import type { Design, DesignEdge, DesignNode } from '../../../../shared/graph/design.ts';

/** `a>b` is an edge; nodes appear in the order they are first named, 300 px apart. */
export function makeDesign(...edges: string[]): Design {
  const design = createDesign('Test');
  const ids = [...new Set(edges.flatMap((edge) => edge.split('>')))];
  design.nodes = ids.map(
    (id, index): DesignNode => ({ id, service: id, position: { x: index * 300, y: 0 }, properties: {} }),
  );
  design.edges = edges
    .filter((edge) => edge.includes('>'))
    .map((edge): DesignEdge => {
      const [source = '', target = ''] = edge.split('>');
      return { id: `${source}-to-${target}`, source, target, properties: {} };
    });
  return design;
}
