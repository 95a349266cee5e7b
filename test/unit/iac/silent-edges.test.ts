import { expect, test } from 'vitest';
import { exportDesign } from '../../../shared/iac/export.ts';
import { findPairRule } from '../../../shared/integrations/registry.ts';
import { services } from '../../../shared/services/registry.ts';
import { buildDesign } from './designs.ts';
import { unwiredPairs } from '../../../shared/iac/lower/find-unwired-edges.ts';
import { addCompanions, buildNode } from './proofs/companions.ts';

/** Edges that leave the files of an export as they are, with the reason. */
const nothingToWrite: Readonly<Record<string, string>> = {
  // The setting that the edge belongs to is off by default, and a rule or the help of the property says so.
  'kms>kds': 'Encryption is a property.',
  'kms>kvs': 'Encryption is a property.',
  'kms>s3': 'Encryption is a property.',
  'kms>sns': 'Encryption is a property.',
  'kms>sqs': 'Encryption is a property.',
  'rds>cw-logs': 'The export of logs is a property.',
  'elasticache>cw-logs': 'Serverless caches, the default, have no logs.',
  'elasticache>firehose': 'Serverless caches, the default, have no logs.',
  'elasticache>sns': 'Serverless caches, the default, have no topic.',
  'eventbridge-rule>api-gateway': 'An API without a route has no stage to call.',
  'cloudtrail>eventbridge-rule': 'The default bus has the events of itself; the rule’s pattern picks them.',
  // Both ends are in the VPC, whose addresses the security groups of both admit.
  'ec2>elasticache': 'Network only.',
  'emr>rds': 'Network only.',
  'emr>redshift': 'Network only.',
  'redshift>emr': 'Network only.',
  'direct-connect>datasync': 'The line exists before the design; routes are those of the VPC.',
  'direct-connect>dms': 'The line exists before the design; routes are those of the VPC.',
  'direct-connect>efs': 'The line exists before the design; routes are those of the VPC.',
  'direct-connect>rds': 'The line exists before the design; routes are those of the VPC.',
  'direct-connect>s3': 'The line exists before the design; routes are those of the VPC.',
  'outposts>datasync': 'The rack exists before the design.',
  'outposts>rds': 'The rack exists before the design.',
  'mqtt-device>iot-core': 'Devices have their own thing and policy with or without the edge.',
  // Names alone connect them.
  'athena>glue-catalog': 'Statements name the tables.',
  'glue-catalog>athena': 'Statements name the tables.',
  's3>glue-catalog': 'What fills the table states its location.',
};

const pairs = services.flatMap((source) =>
  services
    .filter(
      (target) =>
        source.iac.types.cloudFormation.length > 0 &&
        target.iac.types.cloudFormation.length > 0 &&
        findPairRule(source.id, target.id)?.verdict === 'direct',
    )
    .map((target) => [source.id, target.id] as const),
);

const print = (nodes: Parameters<typeof buildDesign>[0], edges: { source: string; target: string }[]) =>
  exportDesign(buildDesign(nodes, edges, 'Pair'), 'terraform');

test.each(pairs)('an edge from %s to %s leaves a trace in the export', (source, target) => {
  const nodes = [buildNode('origin', source), buildNode('target', target)];
  const edges = [{ source: 'origin', target: 'target' }];
  addCompanions(nodes, edges);
  const [drawn, absent] = [print(nodes, edges), print(nodes, edges.slice(1))];
  const key = `${source}>${target}`;
  expect(drawn.blockers).toEqual([]);
  const isSilent = JSON.stringify(drawn.files) === JSON.stringify(absent.files);
  expect(isSilent).toBe(nothingToWrite[key] !== undefined);
  if (unwiredPairs.has(key))
    expect(drawn.warnings.join('\n')).toContain('does not connect origin with target');
});
