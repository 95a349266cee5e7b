import { describe, expect, it } from 'vitest';
import { rules } from '../../../shared/rules/registry.ts';
import { services } from '../../../shared/services/registry.ts';
import { runCli, runJson } from './run-cli.ts';

interface EdgeAnswer {
  source: string;
  target: string;
  verdict: string;
  via: string[][];
  mechanism: string;
  reason: string;
  sources: { key: string; title: string; url?: string }[];
}

describe('services', () => {
  it('lists every service with what is documented of it', async () => {
    const { code, answer } = await runJson<Record<string, unknown>[]>('services');
    expect(code).toBe(0);
    expect(answer.map((service) => service['id'])).toEqual(services.map((service) => service.id));
    for (const service of answer) {
      expect(Object.keys(service)).toEqual(
        expect.arrayContaining([
          'displayName',
          'category',
          'summary',
          'lifecycle',
          'ports',
          'properties',
          'limits',
          'simulation',
          'export',
        ]),
      );
    }
  });

  it('shows one, in words and as JSON', async () => {
    const { out } = await runCli('services', 'kds');
    expect(out).toContain('Amazon Kinesis Data Streams (kds)');
    expect(out).toContain('shardCount');
    expect((await runJson('services', 'kds')).answer).toMatchObject({ id: 'kds' });
    const { code, err } = await runCli('services', 'kdss');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "kds"');
  });
});

describe('check-edge', () => {
  it.each([
    ['firehose', 'redshift', 'via', [['s3']], 1],
    ['msf', 'efs', 'impossible', [], 1],
    ['glue-etl', 'timestream', 'impossible', [['s3']], 1],
    ['iot-core', 'firehose', 'direct', [], 0],
    ['producer-sdk', 'redshift', 'discouraged', [], 1],
    ['outposts', 'sqs', 'unknown', [], 1],
  ])('%s → %s: %s', async (source, target, verdict, via, exitCode) => {
    const { code, answer } = await runJson<EdgeAnswer>('check-edge', source, target);
    expect(code).toBe(exitCode);
    expect(Object.keys(answer).slice(0, 7)).toEqual([
      'source',
      'target',
      'verdict',
      'via',
      'mechanism',
      'reason',
      'sources',
    ]);
    expect(answer).toMatchObject({ source, target, verdict, via });
    expect(answer.mechanism + answer.reason).not.toBe('');
    if (verdict !== 'unknown') {
      expect(answer.sources.length).toBeGreaterThan(0);
      expect(
        answer.sources.some(
          (item) =>
            item.url?.startsWith('https://') || item.key.startsWith('N-') || item.key === 'ASSUMPTION',
        ),
      ).toBe(true);
    }
  });

  it('says it in words', async () => {
    const { out } = await runCli('check-edge', 'firehose', 'redshift');
    expect(out).toContain('firehose → redshift: only through others');
    expect(out).toContain('Through: firehose → s3 → redshift');
    expect(out).toContain('How: staging bucket then COPY');
    expect(out).toContain('https://docs.aws.amazon.com/firehose/');
    expect((await runCli('check-edge', 'glue-etl', 'timestream')).out).toContain(
      'Way around: glue-etl → s3 → timestream',
    );
  });

  it('asks again when the edge carries something else', async () => {
    expect((await runJson('check-edge', 's3', 'sm-endpoint')).answer).toMatchObject({ verdict: 'via' });
    const asReference = await runJson('check-edge', 's3', 'sm-endpoint', '--kind', 'configuration');
    expect(asReference.answer).toMatchObject({ verdict: 'direct', rule: 'A-01', kind: 'configuration' });
    const { code, err } = await runCli('check-edge', 's3', 'lambda', '--kind', 'dta');
    expect(code).toBe(2);
    expect(err).toContain('--kind is one of data, control');
  });

  it('does not answer for services that do not exist', async () => {
    const { code, err } = await runCli('check-edge', 'firehos', 'redshift');
    expect(code).toBe(2);
    expect(err).toContain('There is no service "firehos". Did you mean "firehose"?');
  });
});

describe('size', () => {
  it('answers 4 shards for the example of the notes, with the formula', async () => {
    const argv = ['size', 'kds', '--record-kb', '500', '--records-per-second', '2', '--consumers', '7'];
    const { code, answer } = await runJson<{ shards: number; formula: string; decidedBy: string }>(...argv);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ service: 'kds', shards: 4, decidedBy: 'read' });
    expect(answer.formula).toContain('read 7000 KB/s ÷ 2000');
    expect((await runCli(...argv)).out).toMatch(/^4 shards\nmax\(/);
  });

  it.each([
    [['size', 'sqs'], 'There is sizing advice for kds, and for the file of a design; found "sqs"'],
    [['size', 'kds', '--records-per-second', '2'], '--record-kb is needed'],
    [
      ['size', 'kds', '--record-kb', '0', '--records-per-second', '2'],
      '--record-kb takes more than 0; found 0',
    ],
    [
      ['size', 'kds', '--record-kb', '1', '--records-per-second', '1', '--consumers=-1'],
      '--consumers takes 0 or more',
    ],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await runCli(...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('explain', () => {
  it.each([
    ['E-0099', 'pair', 'firehose → redshift is via'],
    ['F-08', 'generic', 'Rule for pairs that no row rules on'],
    ['MI-03', 'insertion', 'Rule for the insertion of mediators'],
    ['N-083', 'note', 'Sizing formula, round up'],
    ['KDS-QUEUES', 'source', 'Kinesis Data Streams dev guide: Quotas and limits for queues'],
  ])('%s', async (id, kind, title) => {
    const { code, answer } = await runJson('explain', id);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ id, kind, title });
  });

  it.each(rules.map((rule) => rule.id))('%s', async (id) => {
    const { code, answer } = await runJson('explain', id);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ id, kind: 'rule' });
    expect((await runCli('explain', id)).out).toContain('Severity: ');
  });

  it('finds rules by number and names the nearest for a misspelt one', async () => {
    expect((await runJson('explain', 'G-014')).answer).toMatchObject({ id: 'stream-has-enough-shards' });
    const { code, err } = await runCli('explain', 'stream-has-enough-shard');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "stream-has-enough-shards"');
  });
});
