import { viewersUseHttps } from '../../../shared/rules/network/viewers-use-https.ts';
import { testRule } from './rule-cases.ts';

testRule(viewersUseHttps, {
  accepts: { 'the default': { nodes: { c: 'cloudfront' } } },
  rejects: [
    {
      because: 'plain HTTP',
      design: { nodes: { c: ['cloudfront', { viewerProtocolPolicy: 'allow-all' }] } },
      target: 'c',
      property: 'viewerProtocolPolicy',
      message: ['allow-all'],
      repairs: ['set-viewerProtocolPolicy'],
    },
  ],
});
