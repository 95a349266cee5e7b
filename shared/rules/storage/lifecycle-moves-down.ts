import { defineNodeRule } from '../define-rule.ts';
import { classNames, getConsecutiveMoves, type StorageClass } from './lifecycle-steps.ts';

/** Classes each class may move to (the waterfall of S3-LC). */
const downward: Readonly<Record<StorageClass, readonly StorageClass[]>> = {
  STANDARD: ['STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
  STANDARD_IA: ['INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
  INTELLIGENT_TIERING: ['ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
  ONEZONE_IA: ['GLACIER', 'DEEP_ARCHIVE'],
  GLACIER_IR: ['GLACIER', 'DEEP_ARCHIVE'],
  GLACIER: ['DEEP_ARCHIVE'],
  DEEP_ARCHIVE: [],
};

export const lifecycleMovesDown = defineNodeRule({
  id: 'lifecycle-moves-down',
  codes: ['G-088'],
  severity: 'error',
  category: 'Storage',
  title: 'Lifecycle rules move objects to colder classes only',
  description:
    'S3 Lifecycle moves objects down a waterfall of classes and never back up. AWS refuses a rule that would ' +
    'move objects from Glacier to Standard-IA, for example, or from One Zone-IA to Glacier Instant Retrieval.',
  sources: ['S3-LC', 'N-018'],
  services: ['s3'],
  reach: 'own',
  check: (node) =>
    getConsecutiveMoves(node)
      .filter(([from, to]) => !downward[from.storageClass].includes(to.storageClass))
      .map(([from, to]) => ({
        message: `${node.name} moves ${to.filter} from ${classNames[from.storageClass]} (day ${from.days}, row ${from.row}) to ${classNames[to.storageClass]} (day ${to.days}, row ${to.row}); ${listAllowed(from.storageClass)}. Reorder the rows or change their days.`,
        property: 'lifecycleRules',
        part: `${from.row}-${to.row}`,
      })),
});

function listAllowed(from: StorageClass): string {
  const allowed = downward[from].map((item) => classNames[item]);
  return allowed.length > 0
    ? `from ${classNames[from]} objects may move to ${allowed.join(', ')}`
    : `${classNames[from]} is the last class`;
}
