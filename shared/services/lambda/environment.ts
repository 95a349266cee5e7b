import type { Expression } from '../../iac/ir/expression.ts';
import type { IacContext } from '../../iac/ir/mapping.ts';

/** A connected resource as the code sees it. */
export interface TargetVariable {
  service: string;
  /** Environment variable. */
  name: string;
  value: Expression;
}

/** Variable and attribute that code needs to use a connected resource. */
const variables: Readonly<Record<string, readonly [name: string, attribute: string]>> = {
  s3: ['BUCKET_NAME', 'name'],
  kds: ['STREAM_NAME', 'name'],
  firehose: ['DELIVERY_STREAM_NAME', 'name'],
  dynamodb: ['TABLE_NAME', 'name'],
  sqs: ['QUEUE_URL', 'url'],
  sns: ['TOPIC_ARN', 'arn'],
  'eventbridge-rule': ['EVENT_BUS_NAME', 'bus'],
  'step-functions': ['STATE_MACHINE_ARN', 'arn'],
  'sm-endpoint': ['ENDPOINT_NAME', 'name'],
  opensearch: ['SEARCH_ENDPOINT', 'endpoint'],
  rds: ['DATABASE_HOST', 'endpoint'],
  aurora: ['DATABASE_HOST', 'endpoint'],
  redshift: ['WAREHOUSE_NAME', 'name'],
  elasticache: ['CACHE_HOST', 'endpoint'],
  'glue-etl': ['JOB_NAME', 'name'],
  'bedrock-kb': ['KNOWLEDGE_BASE_ID', 'id'],
};

/**
 * One variable per outgoing edge, numbered when a service occurs twice. Resources that also call the
 * function are left out: their name is in the event, and the reference would close a circle.
 */
export function getTargetVariables(context: IacContext): readonly TargetVariable[] {
  const callers = new Set(context.incoming.map((edge) => edge.node));
  const seen = new Map<string, number>();
  return context.outgoing.flatMap((edge) => {
    const known = variables[edge.service];
    if (!known || callers.has(edge.node)) return [];
    const [stem, attribute] = known;
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    const name = count === 1 ? stem : `${stem}_${count}`;
    const value = attribute === 'bus' ? 'default' : edge.ref(attribute);
    return [{ service: edge.service, name, value }];
  });
}
