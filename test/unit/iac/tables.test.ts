import { describe, expect, test } from 'vitest';
import { cdkTypes } from '../../../shared/iac/cdk/cdk-types.ts';
import { cloudFormationAttributes, terraformAttributes } from '../../../shared/iac/ir/attributes.ts';
import { loweredTypes } from '../../../shared/iac/lower/lowered-types.ts';
import { services } from '../../../shared/services/registry.ts';
import { cloudFormationFacets, kinds, oneSided, terraformFacets } from './proofs/kinds.ts';
import { findResourceSpec } from './proofs/resolve-template.ts';
import { hasAttribute, schema } from './proofs/terraform-schema.ts';

describe('the generated tables know every type that services use', () => {
  test('CDK: else run scripts/iac/generate-cdk-types.ts', () => {
    const used = services.flatMap((service) => service.iac.types.cloudFormation);
    expect([...used, ...loweredTypes.cloudFormation].filter((type) => !cdkTypes[type])).toEqual([]);
  });

  test('Terraform: else run scripts/iac/extract-terraform-schema.ts', () => {
    const used = services.flatMap((service) => service.iac.types.terraform);
    const own = used.filter((type) => type.startsWith('aws_'));
    const known = (type: string) => schema.resources[type] ?? schema.data[type];
    expect([...own, ...loweredTypes.terraform].filter((type) => !known(type))).toEqual([]);
  });
});

describe('the comparison of both exports knows every type: else add it to proofs/kinds.ts', () => {
  const known = new Set([
    ...kinds.flatMap((kind) => [...kind.cloudFormation, ...kind.terraform]),
    ...Object.keys(cloudFormationFacets),
    ...Object.keys(terraformFacets),
    ...Object.keys(oneSided),
    // Packs code into an archive before anything is deployed.
    'archive_file',
  ]);

  test.each(services.map((service) => [service.id, service.iac.types] as const))('%s', (_, types) => {
    // Policies and the like are part of their owner, and data sources are no resources.
    const used = [...types.cloudFormation, ...types.terraform].filter((type) => !schema.data[type]);
    expect(used.filter((type) => !known.has(type))).toEqual([]);
  });
});

describe('attributes exist', () => {
  test.each(Object.entries(cloudFormationAttributes))('of %s', (type, attributes) => {
    const spec = findResourceSpec(type);
    expect(spec).toBeDefined();
    for (const notation of Object.values(attributes)) {
      if (!notation.startsWith('GetAtt:')) continue;
      expect(Object.keys(spec?.attributes ?? {})).toContain(notation.slice('GetAtt:'.length));
    }
  });

  test.each(Object.entries(terraformAttributes))('of %s', (type, attributes) => {
    const definition = schema.resources[type];
    expect(definition).toBeDefined();
    for (const notation of Object.values(attributes)) {
      const names = notation.includes('{')
        ? [...notation.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
        : [notation];
      for (const name of names.filter((part) => !['region', 'account', 'partition'].includes(part))) {
        expect(definition && hasAttribute(definition, name), name).toBe(true);
      }
    }
  });
});
