import { getLargestBytes } from '../../graph/record-sizes.ts';
import type { NodeView } from '../view/design-view.ts';

/** Services whose code decides what it sends; their output need not be as large as their input. */
const computing = new Set([
  'lambda',
  'ecs-fargate',
  'ec2',
  'batch',
  'emr',
  'msf',
  'kda-sql',
  'glue-etl',
  'glue-streaming',
  'databrew',
  'step-functions',
  'sm-endpoint',
  'sm-transform',
  'sm-processing',
  'bedrock-model',
  'bedrock-agent',
  'bedrock-kb',
  'rekognition-video',
]);

/** These send events that name an object instead of the object itself. */
const naming = new Set(['s3', 'eventbridge-rule', 'eventbridge-scheduler', 'datasync']);

export interface LargestRecord {
  bytes: number;
  /** The sender passes records on as they are; otherwise the size is what its code is assumed to make. */
  isCertain: boolean;
}

/** Largest record that arrives as data; events that only start work have no payload worth counting. */
export function findLargestRecord(node: NodeView): LargestRecord {
  let largest: LargestRecord = { bytes: 0, isCertain: true };
  for (const workload of node.workloads) {
    const bytes = getLargestBytes(workload);
    if (bytes > largest.bytes) largest = { bytes, isCertain: true };
  }
  for (const edge of node.incoming) {
    if (edge.kind !== 'data' && edge.kind !== 'change-capture') continue;
    if (naming.has(edge.source.service)) continue;
    const isCertain = !computing.has(edge.source.service);
    if (edge.flow.recordBytes > largest.bytes) largest = { bytes: edge.flow.recordBytes, isCertain };
  }
  return largest;
}
