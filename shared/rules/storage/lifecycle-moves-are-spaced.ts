import { defineNodeRule } from '../define-rule.ts';
import { setLifecycleCell } from './lifecycle-repairs.ts';
import { classNames, getConsecutiveMoves, minimumDays } from './lifecycle-steps.ts';

export const lifecycleMovesAreSpaced = defineNodeRule({
  id: 'lifecycle-moves-are-spaced',
  codes: ['G-090'],
  severity: 'error',
  category: 'Storage',
  title: 'Objects stay in a class for its minimum time before they move on',
  description:
    'Inside a lifecycle rule S3 requires the minimum storage time of the class before the next move: 30 days for ' +
    'the Infrequent Access classes, 90 for Glacier Instant and Flexible Retrieval. An object in Glacier Instant ' +
    'Retrieval from day 4 may move to Deep Archive on day 94.',
  sources: ['S3-LC', 'S3-GLAC'],
  services: ['s3'],
  reach: 'own',
  check: (node) =>
    getConsecutiveMoves(node).flatMap(([from, to]) => {
      const earliest = from.days + minimumDays[from.storageClass];
      if (to.days >= earliest) return [];
      return [
        {
          message: `${node.name} moves ${to.filter} to ${classNames[from.storageClass]} on day ${from.days} and on to ${classNames[to.storageClass]} on day ${to.days}; ${minimumDays[from.storageClass]} days in between are required, so day ${earliest} at the earliest.`,
          property: 'lifecycleRules',
          part: `${from.row}-${to.row}`,
          repairs: [
            setLifecycleCell(node, to.row, 'transitionDays', earliest, `Move on day ${earliest} instead`),
          ],
        },
      ];
    }),
});
