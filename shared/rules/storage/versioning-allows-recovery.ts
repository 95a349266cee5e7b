import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { getLifecycleSteps } from './lifecycle-steps.ts';

/** A bucket that deletes everything within this time is a staging area. */
const stagingDays = 31;

export const versioningAllowsRecovery = defineNodeRule({
  id: 'versioning-allows-recovery',
  codes: ['G-096'],
  severity: 'warning',
  category: 'Storage',
  title: 'Buckets that keep data have versioning, so that deletions can be undone',
  description:
    'With versioning a deletion adds a marker and an overwrite keeps the old version, so both can be undone. ' +
    'Without it they are final. Staging buckets that delete everything after a while do not need it.',
  sources: ['S3-VER', 'N-026', 'N-027'],
  services: ['s3'],
  reach: 'neighbours',
  check: (node) => {
    if (node.config.flag('versioning') || node.incoming.length === 0) return [];
    const isStaging = getLifecycleSteps(node).some(
      (step) =>
        step.filter === 'all objects' && step.expirationDays > 0 && step.expirationDays <= stagingDays,
    );
    if (isStaging) return [];
    return [
      {
        message: `${node.name} has versioning off: deleted or overwritten objects cannot be recovered. Turn it on, or accept this if the data can be made again.`,
        property: 'versioning',
        repairs: [setNodeProperty(node, 'versioning', true, 'Turn versioning on')],
      },
    ];
  },
});
