import { type Body, block, blocks } from '../../iac/ir/expression.ts';
import type { Configuration } from '../configuration.ts';

/** One lifecycle rule, free of either tool's spelling. */
interface LifecycleRule {
  id: string;
  prefix: string;
  tag: { key: string; value: string } | undefined;
  transition: { days: number; storageClass: string } | undefined;
  expirationDays: number;
  noncurrentTransitionDays: number;
  noncurrentExpirationDays: number;
  abortDays: number;
}

const everything = { prefix: '', tag: undefined, transition: undefined } as const;
const never = {
  expirationDays: 0,
  noncurrentTransitionDays: 0,
  noncurrentExpirationDays: 0,
  abortDays: 0,
} as const;

/** The designer's rules, then those that the storage class and the clean-up of uploads ask for. */
function getRules(config: Configuration): readonly LifecycleRule[] {
  const rules = config.rows('lifecycleRules').map((row, index): LifecycleRule => {
    const storageClass = row.text('transitionClass');
    return {
      id: `rule-${index + 1}`,
      prefix: row.text('prefix'),
      tag: row.text('tagKey') === '' ? undefined : { key: row.text('tagKey'), value: row.text('tagValue') },
      transition: storageClass === 'NONE' ? undefined : { days: row.number('transitionDays'), storageClass },
      expirationDays: row.number('expirationDays'),
      noncurrentTransitionDays: storageClass === 'NONE' ? 0 : row.number('noncurrentTransitionDays'),
      noncurrentExpirationDays: row.number('noncurrentExpirationDays'),
      abortDays: 0,
    };
  });
  const storageClass = config.text('storageClass');
  if (storageClass !== 'STANDARD') {
    // S3 refuses earlier transitions to the Infrequent Access classes.
    const days = storageClass === 'STANDARD_IA' || storageClass === 'ONEZONE_IA' ? 30 : 0;
    rules.push({ ...everything, ...never, id: 'storage-class', transition: { days, storageClass } });
  }
  const abortDays = config.number('abortIncompleteUploadDays');
  if (abortDays > 0) rules.push({ ...everything, ...never, id: 'unfinished-uploads', abortDays });
  return rules;
}

function buildCloudFormationRule(rule: LifecycleRule): Body {
  const { transition, tag } = rule;
  return {
    Id: rule.id,
    Status: 'Enabled',
    Prefix: rule.prefix === '' ? undefined : rule.prefix,
    TagFilters: tag && [{ Key: tag.key, Value: tag.value }],
    Transitions: transition && [{ StorageClass: transition.storageClass, TransitionInDays: transition.days }],
    ExpirationInDays: rule.expirationDays > 0 ? rule.expirationDays : undefined,
    NoncurrentVersionTransitions:
      transition && rule.noncurrentTransitionDays > 0
        ? [{ StorageClass: transition.storageClass, TransitionInDays: rule.noncurrentTransitionDays }]
        : undefined,
    NoncurrentVersionExpiration:
      rule.noncurrentExpirationDays > 0 ? { NoncurrentDays: rule.noncurrentExpirationDays } : undefined,
    AbortIncompleteMultipartUpload: rule.abortDays > 0 ? { DaysAfterInitiation: rule.abortDays } : undefined,
  };
}

function buildTerraformRule(rule: LifecycleRule): Body {
  const { transition, tag } = rule;
  const prefix = rule.prefix === '' ? undefined : rule.prefix;
  const filter = tag
    ? prefix === undefined
      ? { tag: block({ key: tag.key, value: tag.value }) }
      : { and: block({ prefix, tags: { [tag.key]: tag.value } }) }
    : { prefix };
  return {
    id: rule.id,
    status: 'Enabled',
    filter: block(filter),
    transition: transition && block({ days: transition.days, storage_class: transition.storageClass }),
    expiration: rule.expirationDays > 0 ? block({ days: rule.expirationDays }) : undefined,
    noncurrent_version_transition:
      transition && rule.noncurrentTransitionDays > 0
        ? block({ noncurrent_days: rule.noncurrentTransitionDays, storage_class: transition.storageClass })
        : undefined,
    noncurrent_version_expiration:
      rule.noncurrentExpirationDays > 0
        ? block({ noncurrent_days: rule.noncurrentExpirationDays })
        : undefined,
    abort_incomplete_multipart_upload:
      rule.abortDays > 0 ? block({ days_after_initiation: rule.abortDays }) : undefined,
  };
}

/** Lifecycle of the bucket in both spellings; undefined when there is no rule. */
export function buildLifecycle(config: Configuration): { cloudFormation: Body; terraform: Body } | undefined {
  const rules = getRules(config);
  if (rules.length === 0) return undefined;
  return {
    cloudFormation: { Rules: rules.map(buildCloudFormationRule) },
    terraform: { rule: blocks(rules.map(buildTerraformRule)) },
  };
}

/** Opt-in archive tiers of Intelligent-Tiering; undefined when none is on. */
export function buildTiering(config: Configuration): { cloudFormation: Body; terraform: Body } | undefined {
  const tiers = [
    { tier: 'ARCHIVE_ACCESS', days: config.number('archiveAccessDays') },
    { tier: 'DEEP_ARCHIVE_ACCESS', days: config.number('deepArchiveAccessDays') },
  ].filter(({ days }) => days > 0);
  if (tiers.length === 0) return undefined;
  return {
    cloudFormation: {
      Id: 'archive-tiers',
      Status: 'Enabled',
      Tierings: tiers.map(({ tier, days }) => ({ AccessTier: tier, Days: days })),
    },
    terraform: {
      name: 'archive-tiers',
      status: 'Enabled',
      tiering: blocks(tiers.map(({ tier, days }) => ({ access_tier: tier, days }))),
    },
  };
}
