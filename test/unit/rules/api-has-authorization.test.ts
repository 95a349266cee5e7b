import { apiHasAuthorization } from '../../../shared/rules/security/api-has-authorization.ts';
import { testRule } from './rule-cases.ts';

testRule(apiHasAuthorization, {
  accepts: { 'the default': { nodes: { a: 'api-gateway' } } },
  rejects: [
    {
      because: 'an open API',
      design: { nodes: { a: ['api-gateway', { authorization: 'NONE' }] } },
      target: 'a',
      property: 'authorization',
      message: ['anybody'],
      repairs: ['set-authorization'],
    },
  ],
});
