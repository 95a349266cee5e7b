/** Id of the service under a point of the screen. */
export function findFlowNodeAt(x: number, y: number): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const node = element.closest<HTMLElement>('.react-flow__node-service');
    if (node) return node.dataset.id;
  }
  return undefined;
}

/** Id of the edge under a point of the screen. */
export function findFlowEdgeAt(x: number, y: number): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const edge = element.closest<SVGElement>('[data-edge]');
    if (edge) return edge.dataset.edge;
  }
  return undefined;
}
