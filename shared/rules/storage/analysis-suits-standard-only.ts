import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { classNames, type StorageClass } from './lifecycle-steps.ts';

export const analysisSuitsStandardOnly = defineNodeRule({
  id: 'analysis-suits-standard-only',
  codes: ['G-131'],
  severity: 'advice',
  category: 'Storage',
  title: 'Storage class analysis is on where it can advise something',
  description:
    'Storage class analysis watches access and advises when to move objects from Standard to Standard-IA, after ' +
    '24 to 48 hours at the earliest. It says nothing about other classes and is charged per object.',
  sources: ['S3-ANA', 'N-031', 'N-032', 'N-033'],
  services: ['s3'],
  reach: 'own',
  check: (node) => {
    const storageClass = node.config.text('storageClass') as StorageClass;
    if (!node.config.flag('storageClassAnalysis') || storageClass === 'STANDARD') return [];
    return [
      {
        message: `${node.name} analyses access, but its objects live in ${classNames[storageClass]}; the analysis advises on Standard only. Turn it off.`,
        property: 'storageClassAnalysis',
        repairs: [setNodeProperty(node, 'storageClassAnalysis', false, 'Turn the analysis off')],
      },
    ];
  },
});
