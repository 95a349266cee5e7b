import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { describe, expect, it } from 'vitest';
import { encryptionKeyProperties } from '../../../shared/integrations/encryption-keys.ts';
import { findKind } from '../../../shared/integrations/kinds.ts';

const schema = loadAwsServiceSpecSync();

describe('properties that take a customer managed key', () => {
  it.each(Object.entries(encryptionKeyProperties))('%s: %s is in the CloudFormation schema', (kind, path) => {
    expect(findKind(kind)).toBeDefined();
    const [type = '', property = ''] = path.split('.');
    const [resource] = schema.lookup('resource', 'cloudFormationType', 'equals', type);
    expect(Object.keys(resource?.properties ?? {})).toContain(property);
  });
});
