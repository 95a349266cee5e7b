import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

const ended = new Set(['0.9', '1.0', '2.0']);
const current = '5.0';

export const glueVersionIsSupported = defineNodeRule({
  id: 'glue-version-is-supported',
  codes: ['G-082'],
  severity: 'error',
  category: 'Lifecycle of services',
  title: 'Glue jobs use a version that AWS still supports',
  description:
    'Glue 0.9, 1.0 and 2.0 reached their end of life on 2026-04-01; jobs of these versions cannot be made.',
  sources: ['GL-EOL'],
  services: ['glue-etl', 'glue-streaming'],
  reach: 'own',
  check: (node) => {
    // Read as stored: the property offers supported versions only.
    const version = node.node.properties['glueVersion'];
    if (typeof version !== 'string' || !ended.has(version)) return [];
    return [
      {
        message: `${node.name} uses Glue ${version}, which ended on 2026-04-01. Use 3.0 or newer.`,
        property: 'glueVersion',
        repairs: [setNodeProperty(node, 'glueVersion', current, `Use Glue ${current}`)],
      },
    ];
  },
});
