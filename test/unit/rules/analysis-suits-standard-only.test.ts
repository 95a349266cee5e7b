import { analysisSuitsStandardOnly } from '../../../shared/rules/storage/analysis-suits-standard-only.ts';
import { testRule } from './rule-cases.ts';

testRule(analysisSuitsStandardOnly, {
  accepts: { 'analysis of Standard': { nodes: { b: ['s3', { storageClassAnalysis: true }] } } },
  rejects: [
    {
      because: 'analysis of One Zone-IA',
      design: { nodes: { b: ['s3', { storageClassAnalysis: true, storageClass: 'ONEZONE_IA' }] } },
      target: 'b',
      property: 'storageClassAnalysis',
      message: ['One Zone-IA', 'Standard only'],
      repairs: ['set-storageClassAnalysis'],
    },
  ],
});
