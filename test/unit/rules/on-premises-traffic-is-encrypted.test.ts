import { onPremisesTrafficIsEncrypted } from '../../../shared/rules/network/on-premises-traffic-is-encrypted.ts';
import { testRule } from './rule-cases.ts';

testRule(onPremisesTrafficIsEncrypted, {
  accepts: {
    'TLS, the default': { nodes: { d: 'onprem-db', m: 'dms' }, edges: ['d > m'] },
    'plain text inside a VPN': {
      nodes: {
        d: ['onprem-db', { sslMode: 'none' }],
        x: ['direct-connect', { linkType: 'VPN' }],
        m: 'dms',
      },
      edges: ['d > m', 'x > m'],
    },
  },
  rejects: [
    {
      because: 'plain text over the internet',
      design: { nodes: { d: ['onprem-db', { sslMode: 'none' }], m: 'dms' }, edges: ['d > m'] },
      target: 'd',
      property: 'sslMode',
      message: ['unencrypted', 'internet'],
      repairs: ['set-sslMode'],
    },
    {
      because: 'plain text over Direct Connect, more gently',
      design: {
        nodes: { d: ['onprem-db', { sslMode: 'none' }], x: 'direct-connect', m: 'dms' },
        edges: ['d > m', 'x > m'],
      },
      target: 'd',
      severity: 'warning',
      message: ['Direct Connect', 'MACsec'],
      repairs: ['set-sslMode'],
    },
  ],
});
