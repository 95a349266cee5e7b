import { expect, test } from 'vitest';
import { findService } from '../../../shared/services/registry.ts';
import { smNotebook } from '../../../shared/services/sm-notebook/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('private and without root by default', () => {
  const contribution = buildContribution(smNotebook);
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation.at(-1)?.properties).toMatchObject({
    RootAccess: 'Disabled',
    DirectInternetAccess: 'Disabled',
  });
});

test('charged for the hours it is used', () => {
  expect(buildModel(smNotebook, { hoursPerDay: 6 }).cost?.[0]?.factor).toBe(0.25);
});

test('is in the catalogue under its id', () => {
  expect(findService('sm-notebook')).toBe(smNotebook);
});
