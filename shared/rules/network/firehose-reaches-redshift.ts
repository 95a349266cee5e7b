import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { loadsWarehouse } from '../delivery/delivery-ends.ts';

export const firehoseReachesRedshift = defineNodeRule({
  id: 'firehose-reaches-redshift',
  codes: ['G-025'],
  severity: 'error',
  category: 'Network',
  title: 'The cluster that Firehose loads has an endpoint Firehose can reach',
  description:
    'Firehose issues COPY from outside the VPC, so a provisioned cluster must be publicly accessible, with a security ' +
    'group that admits Firehose’s address range of the Region. Redshift streaming ingestion from Kinesis needs no ' +
    'public endpoint.',
  sources: ['FH-LIM', 'FH-IAM'],
  services: ['firehose'],
  reach: 'design',
  check: (node) => {
    const staged = loadsWarehouse(node)
      ? node.outgoing.filter((edge) => edge.target.service === 's3').flatMap((edge) => edge.target.outgoing)
      : [];
    return [...node.outgoing, ...staged]
      .map((edge) => edge.target)
      .filter((target) => target.service === 'redshift')
      .filter(
        (cluster) =>
          cluster.config.text('deployment') === 'PROVISIONED' && !cluster.config.flag('publiclyAccessible'),
      )
      .map((cluster) => ({
        message: `${node.name} loads ${cluster.name}, a provisioned cluster without a public endpoint; Firehose cannot reach it. Make it publicly accessible to Firehose’s addresses only, use Redshift Serverless, or let Redshift read the stream.`,
        targets: [{ kind: 'node' as const, id: cluster.id, property: 'publiclyAccessible' }],
        part: node.id,
        repairs: [
          {
            ...setNodeProperty(cluster, 'deployment', 'SERVERLESS', 'Use Redshift Serverless'),
            safe: false,
          },
          {
            ...setNodeProperty(cluster, 'publiclyAccessible', true, 'Make the cluster publicly accessible'),
            safe: false,
          },
        ],
      }));
  },
});
