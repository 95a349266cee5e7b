import { spotWaitCoversRunTime } from '../../../shared/rules/machine-learning/spot-wait-covers-run-time.ts';
import { testRule } from './rule-cases.ts';

testRule(spotWaitCoversRunTime, {
  accepts: {
    'the defaults': { nodes: { t: ['sm-training', { enableManagedSpotTraining: true }] } },
    'a wait nobody uses': { nodes: { t: ['sm-training', { maxWaitTimeInSeconds: 60 }] } },
  },
  rejects: [
    {
      because: 'a wait shorter than the run',
      design: {
        nodes: {
          t: [
            'sm-training',
            { enableManagedSpotTraining: true, maxRuntimeInSeconds: 7200, maxWaitTimeInSeconds: 3600 },
          ],
        },
      },
      target: 't',
      property: 'maxWaitTimeInSeconds',
      message: ['3,600 s', '7,200 s'],
      repairs: ['set-maxWaitTimeInSeconds'],
    },
  ],
});
