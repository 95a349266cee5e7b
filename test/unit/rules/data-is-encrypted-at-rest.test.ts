import { dataIsEncryptedAtRest } from '../../../shared/rules/security/data-is-encrypted-at-rest.ts';
import { testRule } from './rule-cases.ts';

testRule(dataIsEncryptedAtRest, {
  accepts: { 'the defaults': { nodes: { k: 'kds', d: 'rds', w: 'redshift', q: 'sqs', t: 'dynamodb' } } },
  rejects: [
    {
      because: 'an unencrypted stream',
      design: { nodes: { k: ['kds', { encryption: 'NONE' }] } },
      target: 'k',
      property: 'encryption',
      message: ['does not encrypt'],
      repairs: ['set-encryption'],
    },
    {
      because: 'an unencrypted database',
      design: { nodes: { d: ['rds', { storageEncrypted: false }] } },
      target: 'd',
      property: 'storageEncrypted',
      message: ['does not encrypt'],
      repairs: ['set-storageEncrypted'],
    },
  ],
});
