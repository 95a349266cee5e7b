import { direct, type GenericRule, impossible } from './generic-ruling.ts';
import { finalKinds, producerKinds, subnetKinds } from './kind-groups.ts';
import { getKindLabel } from './kinds.ts';

const discontinued: GenericRule = {
  id: 'F-12',
  statement: 'Kinesis Data Analytics for SQL is discontinued: nothing connects to it any more.',
  sources: ['KDA-EOL', 'N-068'],
  rule: (source, target) =>
    source === 'kda-sql' || target === 'kda-sql'
      ? impossible('the SQL engine is discontinued and its applications were deleted', 'replace it with msf')
      : undefined,
};

const producersOnlySend: GenericRule = {
  id: 'F-13',
  statement: 'Producers, agents, devices and cameras send; what answers them is not part of the pipeline.',
  sources: ['KDS-PROD', 'KVS-PROD', 'IOT-ACT'],
  rule: (source, target) =>
    producerKinds.has(target) && source !== 'kms'
      ? impossible(`${getKindLabel(target)} sends data and takes none`, 'reverse the edge, or remove it')
      : undefined,
};

const endsOfTheLine: GenericRule = {
  id: 'F-14',
  statement: 'Splunk, Datadog, QuickSight and Amazon Q Business are the end of a pipeline.',
  sources: ['FH-DLV', 'QS-SRC', 'QB-CON'],
  rule: (source) =>
    finalKinds.has(source)
      ? impossible(
          `${getKindLabel(source)} is the end of the line here`,
          'take the branch further upstream, or draw what really reads it as an external system',
        )
      : undefined,
};

const gatewayEndpoint: GenericRule = {
  id: 'F-15',
  statement: 'The S3 gateway endpoint is a route from subnets of its VPC to S3, and to nothing else.',
  sources: ['VPCE-S3', 'N-061', 'N-062'],
  rule(source, target) {
    if (source === 'vpce-s3')
      return impossible(
        'the endpoint leads to S3 only',
        'use an interface endpoint of that service',
        'configuration',
      );
    return target === 'vpce-s3' && subnetKinds.has(source)
      ? direct(
          'route table of the subnets leads to the endpoint',
          'configuration',
          'same Region; route tables of the subnets name the endpoint',
        )
      : undefined;
  },
};

/** Rules that hold whatever the other end is; the project's own, beyond those of the book. */
export const standingRules: readonly GenericRule[] = [
  discontinued,
  producersOnlySend,
  endsOfTheLine,
  gatewayEndpoint,
];
