import { type Expression, isTagged, pseudo, type Ref, tag, text } from '../ir/expression.ts';
import type { CloudFormationGraphItem, CloudFormationItem, TerraformGraphItem } from '../ir/graph.ts';
import { type Leaf, mapBody, mapStatement } from '../ir/references.ts';
import { findCycles } from './order-items.ts';

/** Types whose instances may name a bucket by its text instead of by reference: permissions only. */
const permissionTypes = new Set([
  'AWS::Lambda::Permission',
  'AWS::SQS::QueuePolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::IAM::Policy',
]);

/**
 * Adds the order in which a policy comes before the users of its role, except where that would close
 * a circle.
 */
export function addPolicyOrder<T extends CloudFormationGraphItem | TerraformGraphItem>(
  items: readonly T[],
  softOrder: ReadonlyMap<string, readonly string[]>,
  breakCycles: (items: readonly T[]) => T[] = (unchanged) => [...unchanged],
): T[] {
  const broken = breakCycles(items.map((item) => addOrder(item, softOrder.get(item.id) ?? [])));
  const circles = new Map(findCycles(broken).flatMap((group) => group.map((id) => [id, group] as const)));
  return broken.map((item) => {
    const soft = softOrder.get(item.id) ?? [];
    const circle = circles.get(item.id);
    if (soft.length === 0 || !circle) return item;
    return { ...item, dependsOn: item.dependsOn.filter((id) => !(soft.includes(id) && circle.includes(id))) };
  });
}

function addOrder<T extends CloudFormationGraphItem | TerraformGraphItem>(
  item: T,
  order: readonly string[],
): T {
  return order.length === 0 ? item : { ...item, dependsOn: [...new Set([...item.dependsOn, ...order])] };
}

/**
 * Breaks the circles that CloudFormation cannot create: a bucket that notifies a function needs the
 * function's permission first, and the permission names the bucket. The bucket's name is known
 * beforehand, so the permission spells the ARN out.
 */
export function spellBuckets(items: readonly CloudFormationGraphItem[]): CloudFormationGraphItem[] {
  const buckets = new Map(
    items
      .filter(
        (item): item is CloudFormationItem => item.kind === 'resource' && item.type === 'AWS::S3::Bucket',
      )
      .map((item) => [item.id, item]),
  );
  const cycles = findCycles(items);
  return items.map((item) => {
    const cycle = cycles.find((group) => group.includes(item.id));
    if (!cycle) return item;
    const spell = (reference: Leaf): Expression => {
      if (reference[tag] !== 'ref') return reference;
      const bucket = cycle.includes(reference.resource) ? buckets.get(reference.resource) : undefined;
      return bucket ? spellBucket(bucket, reference) : reference;
    };
    if (item.kind === 'role-policy') {
      return { ...item, statements: item.statements.map((statement) => mapStatement(statement, spell)) };
    }
    if (item.kind === 'resource' && permissionTypes.has(item.type)) {
      return { ...item, properties: mapBody(item.properties, spell) };
    }
    return item;
  });
}

function spellBucket(bucket: CloudFormationItem, reference: Ref): Expression {
  const name = bucket.properties.BucketName;
  if (name === undefined || (typeof name !== 'string' && !isTagged(name))) return reference;
  if (reference.attribute === 'arn') return text('arn:', pseudo('partition'), ':s3:::', name);
  return reference.attribute === 'name' || reference.attribute === 'id' ? name : reference;
}
