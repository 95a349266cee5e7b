import type { Container, Design, Position } from '../../shared/graph/design.ts';
import { getInnerContainers } from '../../shared/graph/queries.ts';
import { containerSize } from './geometry.ts';

const holds = (container: Container, point: Position): boolean => {
  const position = container.position;
  if (!position) return false;
  const size = container.size ?? containerSize;
  return (
    point.x >= position.x &&
    point.y >= position.y &&
    point.x <= position.x + size.width &&
    point.y <= position.y + size.height
  );
};

const getArea = (container: Container): number => {
  const size = container.size ?? containerSize;
  return size.width * size.height;
};

/** The innermost container at a point of the canvas; `except` and its contents do not count. */
export function findContainerAt(design: Design, point: Position, except?: string): string | undefined {
  const left = new Set(except === undefined ? [] : [except]);
  if (except !== undefined) for (const inner of getInnerContainers(design, except)) left.add(inner.id);
  const [smallest] = design.containers
    .filter((container) => !left.has(container.id) && holds(container, point))
    .sort((a, b) => getArea(a) - getArea(b));
  return smallest?.id;
}
