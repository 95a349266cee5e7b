import { defineNodeRule } from '../define-rule.ts';
import { setLifecycleCell } from './lifecycle-repairs.ts';
import { classNames, getLifecycleSteps } from './lifecycle-steps.ts';

const earliestDays = 30;

export const infrequentAccessAfter30Days = defineNodeRule({
  id: 'infrequent-access-after-30-days',
  codes: ['G-089'],
  severity: 'error',
  category: 'Storage',
  title: 'Objects move to an Infrequent Access class after 30 days at the earliest',
  description:
    'S3 keeps objects in Standard for at least 30 days before Standard-IA or One Zone-IA and refuses a rule that ' +
    'moves them earlier.',
  sources: ['S3-LC'],
  services: ['s3'],
  reach: 'own',
  check: (node) =>
    getLifecycleSteps(node).flatMap((step) => {
      const target = step.storageClass;
      if ((target !== 'STANDARD_IA' && target !== 'ONEZONE_IA') || step.days >= earliestDays) return [];
      return [
        {
          message: `${node.name} moves ${step.filter} to ${classNames[target]} after ${step.days} days (row ${step.row}); at least ${earliestDays} days are required.`,
          property: 'lifecycleRules',
          part: String(step.row),
          repairs: [
            setLifecycleCell(
              node,
              step.row,
              'transitionDays',
              earliestDays,
              `Move after ${earliestDays} days`,
            ),
          ],
        },
      ];
    }),
});
