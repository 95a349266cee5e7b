import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const realTimeEndpointKeepsAnInstance = defineNodeRule({
  id: 'real-time-endpoint-keeps-an-instance',
  severity: 'error',
  category: 'Machine learning',
  title: 'A real-time endpoint keeps at least one instance',
  description:
    'Only asynchronous endpoints scale to zero instances, because their requests wait in a queue. AWS refuses a ' +
    'minimum of 0 for the variant of a real-time endpoint.',
  sources: ['SM-AS', 'SM-ASYNC'],
  services: ['sm-endpoint'],
  reach: 'own',
  check: (node) => {
    const isRealTime = node.config.text('mode') === 'REAL_TIME' && node.config.flag('autoScaling');
    if (!isRealTime || node.config.number('minCapacity') > 0) return [];
    return [
      {
        message: `${node.name} is a real-time endpoint that scales down to 0 instances; at least 1 is required.`,
        property: 'minCapacity',
        repairs: [
          setNodeProperty(node, 'minCapacity', 1, 'Keep 1 instance'),
          { ...setNodeProperty(node, 'mode', 'ASYNC', 'Make it asynchronous'), safe: false },
        ],
      },
    ];
  },
});
