import { defineNodeRule } from '../define-rule.ts';
import { setLifecycleCell } from './lifecycle-repairs.ts';
import { classNames, getLifecycleSteps, minimumDays } from './lifecycle-steps.ts';

export const noEarlyExpiration = defineNodeRule({
  id: 'no-early-expiration',
  codes: ['G-091'],
  severity: 'warning',
  category: 'Storage',
  title: 'Objects are not deleted before the minimum time of their class is over',
  description:
    'The Infrequent Access classes charge for at least 30 days, Glacier Instant and Flexible Retrieval for 90, ' +
    'Deep Archive for 180. Deleting earlier is charged as if the object were still there.',
  sources: ['S3-LC', 'S3-SC', 'S3-GLAC', 'N-013', 'N-014'],
  services: ['s3'],
  reach: 'own',
  check: (node) =>
    getLifecycleSteps(node).flatMap((step) => {
      if (step.storageClass === undefined || step.expirationDays === 0) return [];
      const earliest = step.days + minimumDays[step.storageClass];
      if (step.expirationDays >= earliest) return [];
      return [
        {
          message: `${node.name} moves ${step.filter} to ${classNames[step.storageClass]} on day ${step.days} and deletes them on day ${step.expirationDays}; the class is charged for ${minimumDays[step.storageClass]} days, until day ${earliest}. Delete later or leave the class out.`,
          property: 'lifecycleRules',
          part: String(step.row),
          repairs: [
            setLifecycleCell(node, step.row, 'expirationDays', earliest, `Delete on day ${earliest}`),
            setLifecycleCell(node, step.row, 'transitionClass', 'NONE', 'Do not move them'),
          ],
        },
      ];
    }),
});
