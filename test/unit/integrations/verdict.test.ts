import { describe, expect, it } from 'vitest';
import { genericRules } from '../../../shared/integrations/generic-rules.ts';
import { kinds, openKinds } from '../../../shared/integrations/kinds.ts';
import { getPairVerdict } from '../../../shared/integrations/verdict.ts';
import { findSource } from '../../../shared/sources/registry.ts';

const pairs = kinds.flatMap((source) => kinds.map((target) => [source.id, target.id] as const));

describe('getPairVerdict', () => {
  it('answers for every ordered pair, with a source or the admission that nobody ruled', () => {
    expect(kinds).toHaveLength(75);
    expect(pairs).toHaveLength(5625);
    for (const [source, target] of pairs) {
      const answer = getPairVerdict(source, target);
      const pair = `${source} → ${target}`;
      expect(answer.source, pair).toBe(source);
      expect(answer.target, pair).toBe(target);
      if (answer.verdict === 'unknown') {
        expect(answer.reason, pair).toContain('Nobody has ruled');
        expect(answer.sources, pair).toEqual([]);
      } else {
        expect(answer.mechanism + answer.reason, pair).not.toBe('');
        expect(answer.sources.length, pair).toBeGreaterThan(0);
        for (const key of answer.sources) expect(findSource(key), key).toBeDefined();
      }
      if (answer.verdict === 'via') expect(answer.via[0]?.length, pair).toBeGreaterThan(0);
      if (answer.verdict === 'impossible') expect(answer.reason, pair).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  it('builds generic chains only from hops that are legal themselves', () => {
    const broken: string[] = [];
    for (const [source, target] of pairs) {
      const answer = getPairVerdict(source, target);
      if (answer.verdict !== 'via' || answer.rule.startsWith('E-')) continue;
      for (const chain of answer.via) {
        const stops = [source, ...chain, target];
        for (let hop = 0; hop + 1 < stops.length; hop += 1) {
          const [from = '', to = ''] = stops.slice(hop, hop + 2);
          const connector = to === 'lambda' && stops[hop + 2] === 'athena';
          if (getPairVerdict(from, to).verdict !== 'direct' && !connector)
            broken.push(`${answer.rule} ${source} → ${target}: ${from} → ${to}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it.each([
    ['firehose', 'redshift', 'via', 'FH-API'],
    ['msf', 'efs', 'impossible', 'N-225'],
    ['glue-etl', 'timestream', 'impossible', 'N-167'],
    ['iot-core', 'firehose', 'direct', 'IOT-ACT'],
  ] as const)('%s → %s is %s', (source, target, verdict, key) => {
    const answer = getPairVerdict(source, target);
    expect(answer.verdict).toBe(verdict);
    expect(answer.sources).toContain(key);
  });

  it('refuses Glue ETL → Timestream and still names the way around', () => {
    const answer = getPairVerdict('glue-etl', 'timestream');
    expect(answer.via).toEqual([['s3']]);
    expect(answer.reason).toContain('No Timestream connection type');
    expect(answer.reason).toContain('Fix: write CSV to S3');
  });

  it('says what to put in between and what it needs', () => {
    const answer = getPairVerdict('firehose', 'redshift');
    expect(answer.mechanism).toBe('staging bucket then COPY');
    expect(answer.reason).toContain('Not directly: put an S3 bucket in between.');
    expect(answer.reason).toContain('no SNAPPY/ZIP');
  });

  it.each([
    ['ec2', 'keyspaces', 'direct', 'F-01'],
    ['eventbridge-scheduler', 'rds', 'via', 'F-02'],
    ['kms', 'dynamodb', 'direct', 'F-03'],
    ['bedrock-guardrail', 'sqs', 'impossible', 'F-03'],
    ['msf', 'quicksight', 'impossible', 'F-04'],
    ['sqs', 'cw-logs', 'via', 'F-05'],
    ['cloudtrail', 'redshift', 'via', 'F-06'],
    ['sns', 'kvs', 'impossible', 'F-07'],
    ['firehose', 'rekognition-video', 'via', 'F-08'],
    ['timestream', 'datasync', 'impossible', 'F-09'],
    ['mqtt-device', 'sqs', 'via', 'F-10'],
    ['bedrock-agent', 's3', 'via', 'F-11'],
    ['kda-sql', 'redshift', 'impossible', 'F-12'],
    ['lambda', 'camera', 'impossible', 'F-13'],
    ['splunk', 'lambda', 'impossible', 'F-14'],
    ['lambda', 'vpce-s3', 'direct', 'F-15'],
  ] as const)('%s → %s is %s by %s', (source, target, verdict, rule) => {
    expect(getPairVerdict(source, target)).toMatchObject({ verdict, rule });
  });

  it('has a speaking pair for every generic rule', () => {
    const spoken = new Set(pairs.map(([source, target]) => getPairVerdict(source, target).rule));
    expect(genericRules.map((rule) => rule.id).filter((id) => !spoken.has(id))).toEqual([]);
    expect(new Set(genericRules.map((rule) => rule.id)).size).toBe(15);
  });

  it('takes the designer at their word for open kinds', () => {
    expect(openKinds).toEqual(['generic-aws', 'external-system']);
    expect(getPairVerdict('generic-aws', 's3')).toMatchObject({ verdict: 'direct', sources: ['ASSUMPTION'] });
    expect(getPairVerdict('kms', 'generic-aws').kind).toBe('configuration');
    expect(getPairVerdict('external-system', 'generic-aws').verdict).toBe('direct');
  });

  it('admits it when a service is not in the book', () => {
    const answer = getPairVerdict('s3', 'neptune');
    expect(answer.verdict).toBe('unknown');
    expect(answer.reason).toBe('The integration book has no service "neptune".');
  });

  it('remembers its answers', () => {
    expect(getPairVerdict('kds', 'lambda')).toBe(getPairVerdict('kds', 'lambda'));
  });
});
