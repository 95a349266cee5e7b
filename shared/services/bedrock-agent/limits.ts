import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'agents',
    label: 'Agents per account',
    value: 1000,
    unit: 'count',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['BR-Q'],
    checked,
  },
  {
    id: 'knowledge-bases',
    label: 'Knowledge bases per agent',
    value: 2,
    unit: 'count',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['BR-Q'],
    checked,
  },
  {
    id: 'instruction-characters',
    label: 'Shortest instruction',
    value: 40,
    unit: 'count',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['CDK'],
    checked,
  },
];
