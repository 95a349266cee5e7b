import { beforeAll, describe, expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import type { ExportedFile } from '../../../shared/iac/ir/line-map.ts';
import { buildDesign } from './designs.ts';
import type { Template } from './proofs/cdk-projects.ts';
import { readTemplateInventory, readTerraformInventory } from './proofs/inventory.ts';
import { findPolicyProblems, findTrustProblems } from './proofs/policies.ts';
import { findDefinitionProblems } from './proofs/state-machines.ts';
import { findSpecProblems } from './proofs/template-spec.ts';
import { findUnformatted, parseTerraform } from './proofs/terraform-files.ts';
import { findSchemaProblems } from './proofs/terraform-schema.ts';

/** The proofs are worth what they refuse: each of these faults is one that a printer could make. */

describe('faults in a Terraform configuration', () => {
  let files: readonly ExportedFile[] = [];
  beforeAll(() => {
    const design = buildDesign(
      [
        { id: 'clicks', service: 'kds' },
        { id: 'enrich', service: 'lambda' },
      ],
      [{ source: 'clicks', target: 'enrich' }],
    );
    ({ files } = exportDesign(design, 'terraform'));
  });

  const change = (from: string | RegExp, to: string): ExportedFile[] => {
    const changed = files.map((file) => ({ ...file, text: file.text.replace(from, to) }));
    expect(changed.map((file) => file.text)).not.toEqual(files.map((file) => file.text));
    return changed;
  };
  const getProblems = async (changed: readonly ExportedFile[]) =>
    findSchemaProblems(await parseTerraform(changed));

  test('there are none to begin with', async () => {
    expect(await getProblems(files)).toEqual([]);
    expect(await findUnformatted(files)).toEqual([]);
  });

  test.each([
    ['a misspelt argument', 'retention_period', 'retention_perod', 'there is no retention_perod'],
    ['a missing required argument', /\n +role +=.*/, '', 'is required'],
    ['a misspelt block', 'stream_mode_details {', 'stream_mode_detail {', 'there is no stream_mode_detail'],
    ['an unknown type', '"aws_kinesis_stream"', '"aws_kinesis_streams"', 'no such type'],
    [
      'a reference to nothing',
      'aws_kinesis_stream.clicks.arn',
      'aws_kinesis_stream.click.arn',
      'not declared',
    ],
    [
      'a reference to no attribute',
      'aws_kinesis_stream.clicks.arn',
      'aws_kinesis_stream.clicks.earn',
      'no earn',
    ],
    ['an undeclared variable', 'var.region', 'var.regio', 'var.regio is not declared'],
    [
      'a list where a value belongs',
      /retention_period( *)= 24/,
      'retention_period$1= [24]',
      'not a single value',
    ],
    ['a value where a list belongs', /architectures( *)= \[.*\]/, 'architectures$1= "arm64"', 'is no list'],
    [
      'a block too many',
      /( {2}stream_mode_details \{[^}]*\}\n)/,
      '$1\n$1',
      'stream_mode_details is allowed once',
    ],
    [
      'an argument in place of a block',
      /stream_mode_details \{[^}]*\}/,
      'stream_mode_details = "PROVISIONED"',
      'is no block',
    ],
  ])('%s', async (_, from, to, message) => {
    expect((await getProblems(change(from, to))).join('\n')).toContain(message);
  });

  test('broken syntax', async () => {
    await expect(getProblems(change('{', '{{'))).rejects.toThrow();
  });

  test('crooked layout', async () => {
    expect(await findUnformatted(change('  name ', '   name '))).toEqual(['main.tf']);
  });

  test('a resource missing in one of the tools', async () => {
    const whole = readTerraformInventory(await parseTerraform(files));
    const cut = change(/resource "aws_sqs_queue" "\w+" \{[^}]*\}\n/, '');
    expect(readTerraformInventory(await parseTerraform(cut)).counts).not.toEqual(whole.counts);
  });

  test('an action missing in one of the tools', async () => {
    const whole = readTerraformInventory(await parseTerraform(files));
    const cut = change('"kinesis:GetRecords",', '');
    expect(readTerraformInventory(await parseTerraform(cut)).roles).not.toEqual(whole.roles);
  });

  test('wiring missing in one of the tools', async () => {
    const whole = readTerraformInventory(await parseTerraform(files));
    const cut = change(/event_source_arn( *)= aws_kinesis_stream\.clicks\.arn/, 'event_source_arn$1= "x"');
    expect(readTerraformInventory(await parseTerraform(cut)).relations).not.toEqual(whole.relations);
  });
});

describe('faults in a template', () => {
  const stream = { Type: 'AWS::Kinesis::Stream', Properties: { ShardCount: 1 } };
  const role = (service: string) => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
        Version: '2012-10-17',
      },
    },
  });
  const policy = (Action: string | string[], Resource: unknown) => ({
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: 'p',
      Roles: [{ Ref: 'Role' }],
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource }], Version: '2012-10-17' },
    },
  });
  const template = (resources: Template['Resources']): Template => ({ Resources: resources });
  const arn = { 'Fn::GetAtt': ['Stream', 'Arn'] };

  test.each([
    ['a misspelt property', { ShardCounts: 1 }, 'ShardCounts does not exist'],
    ['a wrong type', { ShardCount: 'many' }, 'ShardCount is no number'],
    ['a misspelt nested property', { StreamModeDetails: { Mode: 'ON_DEMAND' } }, 'Mode does not exist'],
    ['a missing nested property', { StreamEncryption: { EncryptionType: 'KMS' } }, 'KeyId is required'],
  ])('%s', (_, Properties, message) => {
    const faulty = template({ Stream: { Type: 'AWS::Kinesis::Stream', Properties } });
    expect(findSpecProblems(faulty).join('\n')).toContain(message);
  });

  test.each([
    ['a misspelt action', 'kinesis:PutRecrd', arn, 'there is no action'],
    ['a wildcard action', 'kinesis:*', arn, 'wildcard action'],
    ['an action on the wrong resource', 's3:GetObject', arn, 'does not fit'],
    [
      'an object action on the bucket',
      's3:AbortMultipartUpload',
      { 'Fn::GetAtt': ['Bucket', 'Arn'] },
      'does not fit',
    ],
    ['a bucket action on objects', 's3:ListBucket', 'arn:aws:s3:::x/*', 'does not fit'],
    ['an action without resources on one', 'kinesis:ListStreams', arn, 'needs "*"'],
    ['everything for an action that takes a stream', 'kinesis:PutRecord', '*', 'can be on stream'],
    ['a resource no action uses', 'kinesis:PutRecord', [arn, 'arn:aws:s3:::x'], 'no action of'],
  ])('%s', async (_, action, resource, message) => {
    const faulty = template({
      Stream: stream,
      Bucket: { Type: 'AWS::S3::Bucket' },
      Role: role('lambda.amazonaws.com'),
      Policy: policy(action, resource),
    });
    expect((await findPolicyProblems(faulty)).join('\n')).toContain(message);
  });

  test('a good policy passes', async () => {
    const good = template({
      Stream: stream,
      Policy: policy(['kinesis:PutRecord', 'kinesis:PutRecords'], arn),
    });
    expect(await findPolicyProblems(good)).toEqual([]);
  });

  test('a role that the service cannot take', () => {
    const user = { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } };
    expect(findTrustProblems(template({ Role: role('lambda.amazonaws.com'), User: user }))).toEqual([]);
    expect(findTrustProblems(template({ Role: role('glue.amazonaws.com'), User: user }))).toHaveLength(1);
  });

  test('a state machine that leads nowhere', () => {
    const machine = (next: string) => ({
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        DefinitionString: JSON.stringify({
          StartAt: 'A',
          States: { A: { Type: 'Pass', Next: next }, B: { Type: 'Succeed' } },
        }),
      },
    });
    expect(findDefinitionProblems(template({ Machine: machine('B') }))).toEqual([]);
    expect(findDefinitionProblems(template({ Machine: machine('C') }))).toHaveLength(1);
  });

  test('a resource, a relation or an action that the other tool lacks', () => {
    const whole = readTemplateInventory(
      template({
        Stream: stream,
        Role: role('lambda.amazonaws.com'),
        Policy: policy('kinesis:PutRecord', arn),
      }),
    );
    expect(whole).toEqual({
      counts: ['1 role', '1 stream'],
      relations: ['role -> stream'],
      roles: ['lambda.amazonaws.com: kinesis:PutRecord'],
    });
  });
});
