import { describe, expect, it } from 'vitest';
import { findNoteRule, noteRules } from '../../../shared/integrations/notes-rules.ts';
import { pairRules } from '../../../shared/integrations/registry.ts';
import { getPairVerdict } from '../../../shared/integrations/verdict.ts';

describe('rules of the notes', () => {
  it('are complete, in order and say how they are applied', () => {
    expect(noteRules).toHaveLength(247);
    noteRules.forEach((rule, index) => {
      expect(rule.id).toBe(`N-${String(index + 1).padStart(3, '0')}`);
      expect(rule.quote.length, rule.id).toBeGreaterThan(3);
      expect(rule.rule.length, rule.id).toBeGreaterThan(2);
      expect(rule.application.length, rule.id).toBeGreaterThan(2);
    });
    expect(findNoteRule('N-083')?.rule).toBe('Sizing formula, round up');
    expect(findNoteRule('N-250')).toBeUndefined();
  });

  it('are found by the pairs that rest on them', () => {
    const named = new Set(pairRules.flatMap((rule) => rule.sources.filter((key) => /^N-\d{3}$/.test(key))));
    expect(named.size).toBeGreaterThan(80);
    for (const key of named) expect(findNoteRule(key), key).toBeDefined();
  });
});

/** One line per rule of the notes that says which services may meet, and how. */
describe('what the notes say about pairs', () => {
  it.each([
    ['N-068', 'kds', 'kda-sql', 'impossible', undefined],
    ['N-069', 'firehose', 's3', 'direct', undefined],
    ['N-069', 'firehose', 'opensearch', 'direct', undefined],
    ['N-090', 'producer-sdk', 'kds', 'direct', undefined],
    ['N-090', 'producer-kpl', 'kds', 'direct', undefined],
    ['N-090', 'kinesis-agent', 'kds', 'direct', undefined],
    ['N-099', 'kds', 'firehose', 'direct', undefined],
    ['N-099', 'cw-logs', 'firehose', 'direct', undefined],
    ['N-099', 'iot-core', 'firehose', 'direct', undefined],
    ['N-099', 'mqtt-device', 'firehose', 'via', ['iot-core']],
    ['N-101', 'firehose', 'lambda', 'direct', undefined],
    ['N-102', 'firehose', 'redshift', 'via', ['s3']],
    ['N-104', 'firehose', 'mongodb', 'direct', undefined],
    ['N-104', 'firehose', 'splunk', 'direct', undefined],
    ['N-117', 'msf', 'cw-metrics', 'direct', undefined],
    ['N-128', 'msf', 'lambda', 'via', ['kds']],
    ['N-130', 'lambda', 'aurora', 'direct', undefined],
    ['N-130', 'lambda', 'redshift', 'direct', undefined],
    ['N-130', 'lambda', 'dynamodb', 'direct', undefined],
    ['N-133', 's3', 'msf', 'direct', undefined],
    ['N-137', 'kvs', 'user-app', 'direct', undefined],
    ['N-138', 'kvs', 'rekognition-video', 'direct', undefined],
    ['N-140', 'kvs', 'ecs-fargate', 'direct', undefined],
    ['N-142', 'kvs', 'sm-endpoint', 'via', ['ecs-fargate']],
    ['N-143', 'kvs', 'kds', 'via', ['ecs-fargate']],
    ['N-145', 'kds', 'sm-endpoint', 'via', ['lambda']],
    ['N-146', 'firehose', 'sm-training', 'via', ['s3']],
    ['N-147', 'msf', 'sm-endpoint', 'direct', undefined],
    ['N-149', 'glue-catalog', 'sm-training', 'impossible', undefined],
    ['N-151', 'glue-catalog', 'athena', 'direct', undefined],
    ['N-152', 'glue-crawler', 'glue-catalog', 'direct', undefined],
    ['N-155', 's3', 'glue-crawler', 'direct', undefined],
    ['N-155', 'redshift', 'glue-crawler', 'direct', undefined],
    ['N-155', 'rds', 'glue-crawler', 'direct', undefined],
    ['N-160', 'glue-etl', 'redshift', 'direct', undefined],
    ['N-160', 'glue-etl', 's3', 'direct', undefined],
    ['N-160', 'glue-etl', 'rds', 'direct', undefined],
    ['N-167', 'glue-etl', 'timestream', 'impossible', ['s3']],
    ['N-175', 's3', 'redshift', 'direct', undefined],
    ['N-176', 's3', 'redshift-spectrum', 'via', ['glue-catalog']],
    ['N-178', 'rds', 'sm-training', 'via', ['s3']],
    ['N-180', 'sm-training', 'dynamodb', 'discouraged', undefined],
    ['N-181', 'sm-endpoint', 'dynamodb', 'via', ['lambda']],
    ['N-184', 'elasticache', 'sm-training', 'impossible', undefined],
    ['N-186', 's3', 'data-pipeline', 'direct', undefined],
    ['N-188', 'data-pipeline', 'sns', 'direct', undefined],
    ['N-191', 'dynamodb', 'data-pipeline', 'direct', undefined],
    ['N-194', 'glue-catalog', 'redshift-spectrum', 'direct', undefined],
    ['N-199', 'eventbridge-rule', 'batch', 'direct', undefined],
    ['N-200', 'step-functions', 'batch', 'direct', undefined],
    ['N-203', 'onprem-db', 'dms', 'direct', undefined],
    ['N-214', 'datasync', 's3', 'direct', undefined],
    ['N-215', 'onprem-files', 'datasync', 'direct', undefined],
    ['N-216', 'mqtt-device', 'iot-core', 'direct', undefined],
    ['N-219', 'user-app', 'cloudfront', 'direct', undefined],
    ['N-222', 'sm-training', 'sm-training', 'via', ['s3']],
    ['N-225', 'msf', 'efs', 'impossible', undefined],
    ['N-226', 'ec2', 'efs', 'direct', undefined],
    ['N-232', 'emr', 'sm-training', 'direct', undefined],
    ['N-234', 'user-app', 'kds', 'discouraged', undefined],
    ['N-239', 'bedrock-agent', 'lambda', 'direct', undefined],
    ['N-241', 's3', 'bedrock-kb', 'direct', undefined],
    ['N-242', 's3', 'bedrock-custom', 'direct', undefined],
    ['N-243', 'bedrock-custom', 'bedrock-model', 'direct', undefined],
    ['N-244', 'bedrock-guardrail', 'bedrock-model', 'direct', undefined],
    ['N-247', 's3', 'keyspaces', 'via', ['glue-etl']],
  ] as const)('%s: %s → %s is %s', (_note, source, target, verdict, chain) => {
    const answer = getPairVerdict(source, target);
    expect(answer.verdict).toBe(verdict);
    expect(answer.via[0]).toEqual(chain);
  });
});
