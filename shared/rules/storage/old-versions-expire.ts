import { defineNodeRule } from '../define-rule.ts';
import { addLifecycleRow } from './lifecycle-repairs.ts';
import { getLifecycleSteps } from './lifecycle-steps.ts';

const keptDays = 90;

export const oldVersionsExpire = defineNodeRule({
  id: 'old-versions-expire',
  codes: ['G-097'],
  severity: 'warning',
  category: 'Storage',
  title: 'Versioned buckets delete old versions at some time',
  description:
    'Old versions are charged like any object and stay for ever unless a lifecycle rule deletes them. Buckets whose ' +
    'objects are overwritten or deleted grow without anyone seeing it.',
  sources: ['S3-LC', 'S3-VER', 'N-028', 'N-029', 'N-030'],
  services: ['s3'],
  reach: 'own',
  check: (node) => {
    if (!node.config.flag('versioning')) return [];
    if (getLifecycleSteps(node).some((step) => step.noncurrentExpirationDays > 0)) return [];
    return [
      {
        message: `${node.name} keeps every old version for ever. Add a lifecycle rule that deletes old versions, for example ${keptDays} days after they were replaced.`,
        property: 'lifecycleRules',
        // On-by-default versioning is nobody's choice yet: say it, but do not warn.
        severity: node.config.isSet('versioning') ? 'warning' : 'advice',
        repairs: [
          addLifecycleRow(
            node,
            { transitionClass: 'NONE', noncurrentExpirationDays: keptDays },
            `Delete old versions after ${keptDays} days`,
          ),
        ],
      },
    ];
  },
});
