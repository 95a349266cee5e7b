import { defineNodeRule } from '../define-rule.ts';
import { attachNode } from '../repairs.ts';
import { findContainerOf, type NodeView } from '../view/design-view.ts';

const compute = ['ec2', 'ecs-fargate', 'batch', 'emr', 'lambda'];

export const privateComputeReachesS3 = defineNodeRule({
  id: 'private-compute-reaches-s3',
  codes: ['G-060'],
  severity: 'warning',
  category: 'Network',
  title: 'Compute in a private subnet reaches S3 through a gateway endpoint',
  description:
    'A private subnet has no way to S3 without a NAT gateway or an endpoint. A gateway endpoint for S3 costs nothing; ' +
    'a NAT gateway charges every GB. If the subnet has a NAT gateway, accept the finding and say so.',
  sources: ['VPCE-S3', 'N-061', 'N-062'],
  services: compute,
  reach: 'neighbours',
  check: (node, view) => {
    const subnet = findContainerOf(node, 'subnet');
    if (!subnet || subnet.properties['public'] === true || view.getNodesOf('vpce-s3').length > 0) return [];
    const bucket = findBucket(node);
    if (!bucket) return [];
    return [
      {
        message: `${node.name} is in the subnet “${subnet.name}” and uses ${bucket.name}, but the design has no S3 gateway endpoint. Add one.`,
        repairs: attachNode(bucket, {
          service: 'vpce-s3',
          side: 'before',
          label: 'Add an S3 gateway endpoint',
        }),
      },
    ];
  },
});

function findBucket(node: NodeView): NodeView | undefined {
  return [...node.outgoing.map((edge) => edge.target), ...node.incoming.map((edge) => edge.source)].find(
    (other) => other.service === 's3',
  );
}
