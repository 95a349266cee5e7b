import type { DesignNode } from '../graph/design.ts';
import { findService } from './registry.ts';

/** What the app calls a node: the name its designer gave, else the short name of its service. */
export function getNodeTitle(node: Pick<DesignNode, 'name' | 'service'>): string {
  return node.name ?? findService(node.service)?.shortName ?? node.service;
}
