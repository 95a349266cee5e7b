import { flinkHasCheckpoints } from '../../../shared/rules/processing/flink-has-checkpoints.ts';
import { testRule } from './rule-cases.ts';

testRule(flinkHasCheckpoints, {
  accepts: { 'the default': { nodes: { f: 'msf' } } },
  rejects: [
    {
      because: 'checkpointing off',
      design: { nodes: { f: ['msf', { checkpointingEnabled: false }] } },
      target: 'f',
      property: 'checkpointingEnabled',
      message: ['no checkpoints'],
      repairs: ['set-checkpointingEnabled'],
    },
  ],
});
