import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const flinkHasCheckpoints = defineNodeRule({
  id: 'flink-has-checkpoints',
  codes: ['G-036'],
  severity: 'warning',
  category: 'Processing',
  title: 'Managed Flink applications take checkpoints',
  description:
    'Flink sinks commit with the checkpoint, and a failed application starts again from the last one. Without ' +
    'checkpoints state is lost at every failure and file sinks never finish their files.',
  sources: ['MSF-SINK', 'MSF-CON'],
  services: ['msf'],
  reach: 'own',
  check: (node) =>
    node.config.flag('checkpointingEnabled')
      ? []
      : [
          {
            message: `${node.name} takes no checkpoints: its state is lost at a failure and file sinks do not commit. Turn checkpointing on.`,
            property: 'checkpointingEnabled',
            repairs: [setNodeProperty(node, 'checkpointingEnabled', true, 'Turn checkpointing on')],
          },
        ],
});
