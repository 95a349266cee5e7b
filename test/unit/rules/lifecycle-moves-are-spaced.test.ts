import { lifecycleMovesAreSpaced } from '../../../shared/rules/storage/lifecycle-moves-are-spaced.ts';
import type { Sketch } from './draw-design.ts';
import { testRule } from './rule-cases.ts';

const design = (second: number): Sketch => ({
  nodes: {
    b: [
      's3',
      {
        lifecycleRules: [
          { transitionClass: 'GLACIER_IR', transitionDays: 4 },
          { transitionClass: 'DEEP_ARCHIVE', transitionDays: second },
        ],
      },
    ],
  },
});

testRule(lifecycleMovesAreSpaced, {
  accepts: { 'Glacier Instant on day 4 and Deep Archive on day 94 (WE-36)': design(94) },
  rejects: [
    {
      because: 'Deep Archive on day 93',
      design: design(93),
      target: 'b',
      message: ['day 4', 'day 93', '90 days', 'day 94'],
      repairs: ['set-row-2-transitionDays'],
    },
  ],
});
