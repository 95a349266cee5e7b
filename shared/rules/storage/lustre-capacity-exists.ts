import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { formatNumber } from '../wording.ts';

const smallest = 1200;
const step = 2400;

export const lustreCapacityExists = defineNodeRule({
  id: 'lustre-capacity-exists',
  severity: 'error',
  category: 'Storage',
  title: 'FSx for Lustre has a capacity that exists',
  description:
    'FSx for Lustre file systems have 1,200 GiB, 2,400 GiB or a multiple of 2,400 GiB. AWS refuses other sizes when the ' +
    'file system is made.',
  sources: ['CDK'],
  services: ['fsx'],
  reach: 'own',
  check: (node) => {
    if (node.config.text('fileSystemType') !== 'LUSTRE') return [];
    const capacity = node.config.number('storageCapacity');
    const nearest = capacity <= smallest ? smallest : Math.ceil(capacity / step) * step;
    if (capacity === nearest) return [];
    return [
      {
        message: `${node.name} has ${formatNumber(capacity)} GiB; 1,200, 2,400 or a multiple of 2,400 GiB are allowed.`,
        property: 'storageCapacity',
        repairs: [setNodeProperty(node, 'storageCapacity', nearest, `Use ${formatNumber(nearest)} GiB`)],
      },
    ];
  },
});
