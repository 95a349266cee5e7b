import { expect, test } from 'vitest';
import { exportDesign } from '../../../../shared/iac/export.ts';
import { buildDesign } from '../designs.ts';

const getText = (name: string, path: string): string => {
  const nodes = [{ id: 'clicks', service: 'kds', name, properties: { shardCount: 3 } }];
  return exportDesign(buildDesign(nodes), 'resources').files.find((file) => file.path === path)?.text ?? '';
};

test('the list names the node, both types, the logical name and the settings', () => {
  const [head, row] = getText('Clicks', 'resources.csv').split('\n');
  expect(head).toBe('Node,Service,Logical name,CloudFormation type,Terraform type,Settings');
  expect(row).toMatch(
    /^Clicks,Amazon Kinesis Data Streams,Clicks,AWS::Kinesis::Stream,aws_kinesis_stream,".*ShardCount: 3.*"$/,
  );
  const markdown = getText('Clicks', 'resources.md');
  expect(markdown).toContain('## Clicks: Amazon Kinesis Data Streams');
  expect(markdown).toContain('| Clicks | AWS::Kinesis::Stream | aws_kinesis_stream |');
});

test.each([
  ['=1+1', `'=1+1`],
  ['a "b", c', '"a ""b"", c"'],
  ['a\nb', 'a b'],
])('a node called %j stays one harmless cell', (name, cell) => {
  expect(getText(name, 'resources.csv').split('\n')[1]).toMatch(
    new RegExp(`^${cell.replace(/[+*?()[\]\\^$.|]/g, '\\$&')},Amazon`),
  );
  expect(getText(name, 'resources.csv').trimEnd().split('\n')).toHaveLength(2);
});
