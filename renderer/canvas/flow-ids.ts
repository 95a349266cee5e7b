import type { ItemKey } from '../state/selection-store.ts';
import { toKey } from '../state/selection-store.ts';

/**
 * Ids on the canvas: a node keeps its own; containers and notes get a prefix, since React Flow has
 * one name space for all three.
 */
export const toContainerFlowId = (id: string): string => `container:${id}`;
export const toAnnotationFlowId = (id: string): string => `annotation:${id}`;

/** Selection key of a node of the canvas. */
export function flowIdToKey(flowId: string): ItemKey {
  if (flowId.startsWith('container:')) return toKey('container', flowId.slice('container:'.length));
  if (flowId.startsWith('annotation:')) return toKey('annotation', flowId.slice('annotation:'.length));
  return toKey('node', flowId);
}
