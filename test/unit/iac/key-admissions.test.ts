import { expect, test } from 'vitest';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import type { PolicyStatement } from '../../../shared/iac/ir/mapping.ts';
import { buildDesign } from './designs.ts';

function getKeyPolicy(
  nodes: readonly { id: string; service: string }[],
  edges: readonly { source: string; target: string }[],
): readonly PolicyStatement[] {
  const { graph, blockers } = lowerDesign(buildDesign([{ id: 'key', service: 'kms' }, ...nodes], edges));
  expect(blockers).toEqual([]);
  const document = graph.terraform.find(({ id }) => id === 'key/key-policy-document');
  return document?.kind === 'document' ? document.statements : [];
}

const getPrincipals = (statements: readonly PolicyStatement[]) =>
  statements.flatMap(({ principals }) => principals ?? []);

test('a key whose users have roles keeps the policy that KMS writes', () => {
  expect(getKeyPolicy([{ id: 'in', service: 'kds' }], [{ source: 'key', target: 'in' }])).toEqual([]);
});

test('a trail and a log group use their key under their own name', () => {
  const nodes = [
    { id: 'trail', service: 'cloudtrail' },
    { id: 'logs', service: 'cw-logs' },
  ];
  const statements = getKeyPolicy(nodes, [
    { source: 'key', target: 'trail' },
    { source: 'key', target: 'logs' },
  ]);
  expect(getPrincipals(statements)).toEqual(['cloudtrail.amazonaws.com', 'logs.eu-central-1.amazonaws.com']);
  // Without this the account could never change the key again.
  expect(statements[0]?.actions).toContain('kms:PutKeyPolicy');
  expect(statements.every(({ actions }) => actions.every((action) => !action.includes('*')))).toBe(true);
});

test('the key of a bucket and of a topic admit the services that write there', () => {
  const nodes = [
    { id: 'trail', service: 'cloudtrail' },
    { id: 'bucket', service: 's3' },
    { id: 'topic', service: 'sns' },
    { id: 'alarm', service: 'cw-alarm' },
  ];
  const statements = getKeyPolicy(nodes, [
    { source: 'trail', target: 'bucket' },
    { source: 'alarm', target: 'topic' },
    { source: 'key', target: 'bucket' },
    { source: 'key', target: 'topic' },
  ]);
  expect(getPrincipals(statements).sort()).toEqual(['cloudtrail.amazonaws.com', 'cloudwatch.amazonaws.com']);
});
