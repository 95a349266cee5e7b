import { describe, expect, it } from 'vitest';
import { getPairVerdict } from '../../../shared/integrations/verdict.ts';

describe('what an edge carries', () => {
  it.each([
    // An event that stands for an object or record is data; one that only starts work is control.
    ['s3', 'lambda', 'data'],
    ['s3', 'eventbridge-rule', 'data'],
    ['kds', 'step-functions', 'data'],
    ['eventbridge-rule', 'step-functions', 'data'],
    ['eventbridge-scheduler', 'step-functions', 'control'],
    ['glue-etl', 'eventbridge-rule', 'control'],
    ['cw-alarm', 'sns', 'control'],
    ['step-functions', 'glue-etl', 'control'],
    ['step-functions', 'dynamodb', 'data'],
    ['sm-endpoint', 'sns', 'data'],
    ['sm-endpoint', 'eventbridge-rule', 'control'],
    // Payload passes both ways.
    ['lambda', 'sm-endpoint', 'data'],
    ['firehose', 'lambda', 'data'],
    ['batch', 'efs', 'data'],
    // The ordered log of a database.
    ['onprem-db', 'dms', 'change-capture'],
    ['dms', 's3', 'change-capture'],
    ['dynamodb', 'lambda', 'change-capture'],
    ['aurora', 'redshift', 'change-capture'],
    ['dynamodb', 's3', 'data'],
    ['s3', 'dms', 'data'],
    // Schema and partitions, and what services say of themselves.
    ['glue-catalog', 'athena', 'metadata'],
    ['s3', 'glue-crawler', 'metadata'],
    ['glue-crawler', 'glue-catalog', 'metadata'],
    ['lambda', 'cw-logs', 'metadata'],
    ['kds', 'cw-metrics', 'metadata'],
    ['iot-core', 'cw-metrics', 'data'],
    ['cw-logs', 'firehose', 'data'],
    // Keys, code, models, policies, routes.
    ['kms', 's3', 'configuration'],
    ['bedrock-guardrail', 'bedrock-agent', 'configuration'],
    ['bedrock-kb', 'bedrock-model', 'configuration'],
    ['direct-connect', 's3', 'configuration'],
  ] as const)('%s → %s: %s', (source, target, kind) => {
    expect(getPairVerdict(source, target).kind).toBe(kind);
  });
});
