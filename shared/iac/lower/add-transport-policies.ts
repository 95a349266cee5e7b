import { ref } from '../ir/expression.ts';
import type { IacContribution, ResourcePolicySpec } from '../ir/mapping.ts';
import { refusePlainHttp } from '../ir/plain-http.ts';

const kinds: Readonly<Record<string, 'queue' | 'topic'>> = {
  'AWS::SQS::Queue': 'queue',
  'AWS::SNS::Topic': 'topic',
};

/**
 * The policies of a node, in which every queue and topic refuses plain HTTP. Buckets bring their statement
 * along: for those of a designer it is a choice.
 */
export function addTransportPolicies(node: string, contribution: IacContribution): ResourcePolicySpec[] {
  const specs = [...(contribution.resourcePolicies ?? [])];
  for (const { key, type } of contribution.cloudFormation) {
    const kind = kinds[type];
    if (kind === undefined) continue;
    const statement = refusePlainHttp(kind, ref(`${node}/${key}`, 'arn'));
    const index = specs.findIndex((spec) => spec.kind === kind && spec.of === key);
    const own = specs[index];
    if (own) specs[index] = { ...own, statements: [statement, ...own.statements] };
    else specs.push({ key: `${key}-policy`, of: key, kind, statements: [statement] });
  }
  return specs;
}
