import { defineEdgeRule } from '../define-rule.ts';
import type { EdgeView } from '../view/design-view.ts';

export const noTriggerLoopOnPrefix = defineEdgeRule({
  id: 'no-trigger-loop-on-prefix',
  codes: ['G-005'],
  severity: 'error',
  category: 'Structure',
  title: 'A function does not write where its own trigger listens',
  description:
    'Every object the function writes triggers the function again. The loop runs at full concurrency until somebody ' +
    'stops it. Write to another bucket or prefix, and limit the notification to the input.',
  sources: ['S3-EVT'],
  from: ['s3'],
  to: ['lambda'],
  reach: 'neighbours',
  check: (trigger) => {
    const { source: bucket, target: functionNode } = trigger;
    const back = functionNode.outgoing.find((edge) => edge.target === bucket && overlaps(trigger, edge));
    if (!back || getText(trigger, 'suffix') !== '') return [];
    const listens = getText(trigger, 'prefix');
    const writes = getText(back, 'prefix');
    return [
      {
        message: `${functionNode.name} is triggered by ${bucket.name}${describe(listens)} and writes to the same bucket${describe(writes)}, which triggers it again. Use different prefixes.`,
        targets: [
          { kind: 'edge', id: trigger.id, property: 'prefix' },
          { kind: 'edge', id: back.id, property: 'prefix' },
        ],
        repairs: [
          {
            id: 'separate-prefixes',
            label: 'Read incoming/, write results/',
            safe: false,
            apply: (draft) => {
              for (const edge of draft.edges) {
                if (edge.id === trigger.id) edge.properties['prefix'] = 'incoming/';
                if (edge.id === back.id) edge.properties['prefix'] = 'results/';
              }
            },
          },
        ],
      },
    ];
  },
});

function overlaps(trigger: EdgeView, write: EdgeView): boolean {
  const listens = getText(trigger, 'prefix');
  const writes = getText(write, 'prefix');
  return listens.startsWith(writes) || writes.startsWith(listens);
}

function getText(edge: EdgeView, property: string): string {
  return edge.config.has(property) ? edge.config.text(property) : '';
}

function describe(prefix: string): string {
  return prefix === '' ? ' (all keys)' : ` (keys under ${prefix})`;
}
