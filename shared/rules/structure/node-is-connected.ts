import { defineNodeRule } from '../define-rule.ts';
import { removeNode } from '../repairs.ts';

export const nodeIsConnected = defineNodeRule({
  id: 'node-is-connected',
  codes: ['G-007'],
  severity: 'warning',
  category: 'Structure',
  title: 'Every node takes part in the pipeline',
  description:
    'A producer that sends to nobody, or a node without any edge, is exported and paid for, but the pipeline does ' +
    'not use it.',
  sources: ['ASSUMPTION'],
  reach: 'neighbours',
  check: (node, view) => {
    if (!node.definition || view.nodes.length < 2) return [];
    const isAlone = node.incoming.length === 0 && node.outgoing.length === 0;
    const onlySends = !node.definition.ports.some((port) => port.direction === 'in');
    if (!isAlone && !(onlySends && node.outgoing.length === 0)) return [];
    return [
      {
        message: isAlone
          ? `${node.name} is connected to nothing. Connect it or remove it.`
          : `${node.name} sends to nobody. Connect it to a stream, a queue or a store.`,
        repairs: [removeNode(node)],
      },
    ];
  },
});
