import { glueVersionIsSupported } from '../../../shared/rules/processing/glue-version-is-supported.ts';
import { testRule } from './rule-cases.ts';

testRule(glueVersionIsSupported, {
  accepts: {
    'the default': { nodes: { j: 'glue-etl' } },
    '3.0': { nodes: { j: ['glue-etl', { glueVersion: '3.0' }] } },
  },
  rejects: [
    {
      because: '2.0',
      design: { nodes: { j: ['glue-etl', { glueVersion: '2.0' }] } },
      target: 'j',
      property: 'glueVersion',
      message: ['Glue 2.0', '2026-04-01'],
      repairs: ['set-glueVersion'],
    },
  ],
});
