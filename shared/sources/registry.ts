import { apiModelSources } from './api-model-sources.ts';
import { integrationSources } from './integration-sources.ts';
import { limitSources } from './limit-sources.ts';
import { metricSources } from './metric-sources.ts';
import { noteSources } from './note-sources.ts';
import { priceSources } from './price-sources.ts';
import type { Source, SourceKey } from './source.ts';

/** Sources that are not single pages: the tools' own type lists, and figures nobody publishes. */
const generalSources: readonly Source[] = [
  {
    key: 'CDK',
    title: 'aws-cdk-lib 2.276.0, type definitions',
    url: 'https://github.com/aws/aws-cdk',
    checked: '2026-11-23',
  },
  {
    key: 'TF',
    title: 'Terraform AWS provider, resource documentation',
    url: 'https://github.com/hashicorp/terraform-provider-aws/tree/main/website/docs/r',
    checked: '2026-11-23',
  },
  {
    key: 'IAM-DATA',
    title: 'Service Authorization Reference: actions, resources and condition keys',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    checked: '2026-10-15',
  },
  {
    key: 'ASSUMPTION',
    title: 'Assumption of the project: AWS publishes no figure, the designer owns the value',
    checked: '2026-11-23',
  },
  {
    key: 'DERIVED',
    title: 'Derived by the project from the figures named beside it',
    checked: '2026-11-23',
  },
];

/** Every document a fact in the app may rest on, in a stable order. */
export const sources: readonly Source[] = [
  ...integrationSources,
  ...limitSources,
  ...metricSources,
  ...priceSources,
  ...apiModelSources,
  ...noteSources,
  ...generalSources,
];

const byKey: ReadonlyMap<SourceKey, Source> = new Map(sources.map((source) => [source.key, source]));

/** The document with this key, or undefined when the registry has none. */
export function findSource(key: SourceKey): Source | undefined {
  return byKey.get(key);
}

/**
 * The document with this key.
 * @throws Error when the registry has none: a key in the source code is misspelt.
 */
export function getSource(key: SourceKey): Source {
  const source = byKey.get(key);
  if (!source) throw new Error(`The source registry has no key "${key}".`);
  return source;
}
