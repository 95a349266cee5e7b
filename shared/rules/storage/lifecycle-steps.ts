import type { NodeView } from '../view/design-view.ts';

export type StorageClass =
  | 'STANDARD'
  | 'STANDARD_IA'
  | 'INTELLIGENT_TIERING'
  | 'ONEZONE_IA'
  | 'GLACIER_IR'
  | 'GLACIER'
  | 'DEEP_ARCHIVE';

/** Classes as people call them. */
export const classNames: Readonly<Record<StorageClass, string>> = {
  STANDARD: 'Standard',
  STANDARD_IA: 'Standard-IA',
  INTELLIGENT_TIERING: 'Intelligent-Tiering',
  ONEZONE_IA: 'One Zone-IA',
  GLACIER_IR: 'Glacier Instant Retrieval',
  GLACIER: 'Glacier Flexible Retrieval',
  DEEP_ARCHIVE: 'Glacier Deep Archive',
};

/** Days an object must stay, or is charged for, in a class (S3-CLASS, S3-GLAC). */
export const minimumDays: Readonly<Record<StorageClass, number>> = {
  STANDARD: 0,
  STANDARD_IA: 30,
  INTELLIGENT_TIERING: 0,
  ONEZONE_IA: 30,
  GLACIER_IR: 90,
  GLACIER: 90,
  DEEP_ARCHIVE: 180,
};

/** Objects below this size are not moved by default, and Intelligent-Tiering does not watch them. */
export const smallObjectBytes = 128 * 1024;

/** One row of the lifecycle table. */
export interface LifecycleStep {
  /** Row number as shown, from 1. */
  row: number;
  filter: string;
  /** Class objects move to; undefined for rows that only delete. */
  storageClass: StorageClass | undefined;
  days: number;
  expirationDays: number;
  noncurrentExpirationDays: number;
}

/** Rows of the bucket's lifecycle table in the designer's order. */
export function getLifecycleSteps(bucket: NodeView): LifecycleStep[] {
  return bucket.config.rows('lifecycleRules').map((row, index) => {
    const chosen = row.text('transitionClass');
    return {
      row: index + 1,
      filter: describeFilter(row.text('prefix'), row.text('tagKey'), row.text('tagValue')),
      storageClass: chosen === 'NONE' ? undefined : (chosen as StorageClass),
      days: row.number('transitionDays'),
      expirationDays: row.number('expirationDays'),
      noncurrentExpirationDays: row.number('noncurrentExpirationDays'),
    };
  });
}

/** A row that moves objects. */
export type Transition = LifecycleStep & { storageClass: StorageClass };

/** Pairs of moves of the same objects that follow each other in time. */
export function getConsecutiveMoves(bucket: NodeView): [Transition, Transition][] {
  const byFilter = new Map<string, Transition[]>();
  for (const step of getLifecycleSteps(bucket)) {
    if (step.storageClass === undefined) continue;
    byFilter.set(step.filter, [...(byFilter.get(step.filter) ?? []), step as Transition]);
  }
  return [...byFilter.values()].flatMap((moves) => {
    const inTime = moves.toSorted((left, right) => left.days - right.days || left.row - right.row);
    return inTime.slice(1).map((move, index): [Transition, Transition] => [inTime[index] ?? move, move]);
  });
}

/** Mean size of the objects that writers make, in bytes; 0 when no workload reaches the bucket. */
export function getObjectBytes(bucket: NodeView): number {
  return bucket.arrivals.recordBytes * bucket.config.number('recordsPerObject');
}

function describeFilter(prefix: string, tagKey: string, tagValue: string): string {
  const parts = [
    ...(prefix === '' ? [] : [`prefix “${prefix}”`]),
    ...(tagKey === '' ? [] : [`tag ${tagKey}=${tagValue}`]),
  ];
  return parts.length > 0 ? parts.join(' and ') : 'all objects';
}
