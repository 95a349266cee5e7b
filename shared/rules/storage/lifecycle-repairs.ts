import type { Properties } from '../../graph/design.ts';
import { findNode } from '../../graph/queries.ts';
import type { Repair } from '../finding.ts';
import type { NodeView } from '../view/design-view.ts';

/** Sets one cell of the lifecycle table; `row` counts from 1. */
export function setLifecycleCell(
  bucket: NodeView,
  row: number,
  column: string,
  value: string | number,
  label: string,
): Repair {
  return {
    id: `set-row-${row}-${column}`,
    label,
    safe: false,
    apply: (draft) => {
      const rows = findNode(draft, bucket.id)?.properties['lifecycleRules'];
      if (!Array.isArray(rows)) return;
      const cells = rows[row - 1];
      if (cells !== null && typeof cells === 'object' && !Array.isArray(cells)) cells[column] = value;
    },
  };
}

/** Adds a row to the lifecycle table. */
export function addLifecycleRow(bucket: NodeView, cells: Properties, label: string): Repair {
  return {
    id: 'add-lifecycle-rule',
    label,
    safe: false,
    apply: (draft) => {
      const node = findNode(draft, bucket.id);
      if (!node) return;
      const rows = node.properties['lifecycleRules'];
      node.properties['lifecycleRules'] = [...(Array.isArray(rows) ? rows : []), cells];
    },
  };
}
