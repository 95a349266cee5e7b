import { expect, test } from 'vitest';
import { isTagged, tag } from '../../../shared/iac/ir/expression.ts';
import type { CloudFormationItem } from '../../../shared/iac/ir/graph.ts';
import type { PolicyStatement } from '../../../shared/iac/ir/mapping.ts';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { getNeighbourCases, getServiceCases } from './proofs/cases.ts';

const policyTypes: Readonly<Record<string, readonly [type: string, target: string, action: string]>> = {
  'AWS::SQS::Queue': ['AWS::SQS::QueuePolicy', 'Queues', 'sqs:*'],
  'AWS::SNS::Topic': ['AWS::SNS::TopicPolicy', 'Topics', 'sns:Publish'],
  'AWS::S3::Bucket': ['AWS::S3::BucketPolicy', 'Bucket', 's3:*'],
};

function getStatements({ properties }: CloudFormationItem): readonly PolicyStatement[] {
  const document = properties['PolicyDocument'];
  return isTagged(document) && document[tag] === 'policy' ? document.statements : [];
}

const refusesPlainHttp = (
  { effect, principals, actions, conditions }: PolicyStatement,
  action: string,
): boolean =>
  effect === 'Deny' &&
  principals?.[0] === '*' &&
  actions.includes(action) &&
  conditions?.['Bool']?.['aws:SecureTransport'] === 'false';

test('every queue, topic and bucket refuses plain HTTP, but for buckets whose designer wants it', () => {
  const open: string[] = [];
  let checked = 0;
  for (const { name, design } of [...getServiceCases(), ...getNeighbourCases()]) {
    const items = lowerDesign(design).graph.cloudFormation.filter((item) => item.kind === 'resource');
    for (const { id, section, type } of items) {
      const [policyType, target, action] = policyTypes[type] ?? [];
      const node = design.nodes.find((candidate) => candidate.id === section);
      if (target === undefined || action === undefined || node?.properties['enforceTls'] === false) continue;
      checked += 1;
      const policies = items.filter(
        (item) => item.type === policyType && JSON.stringify(item.properties[target]).includes(`"${id}"`),
      );
      const refuses = policies
        .flatMap(getStatements)
        .some((statement) => refusesPlainHttp(statement, action));
      if (!refuses || policies.length !== 1) open.push(`${name}: ${id}`);
    }
  }
  expect(open).toEqual([]);
  expect(checked).toBeGreaterThan(100);
});
