import { findEdgeRule } from './apply-grants.ts';
import type { LoweringInput } from './build-contexts.ts';

/**
 * Pairs that AWS connects directly, but by something that neither tool has a resource for or that needs what
 * no design holds: calls of an API at run time, statements in SQL, connectors to be installed.
 */
export const unwiredPairs: ReadonlySet<string> = new Set([
  'api-gateway>ecs-fargate',
  'athena>lambda',
  'athena>sm-endpoint',
  'batch>fsx',
  'cw-logs>opensearch',
  'dynamodb>opensearch',
  'dynamodb>s3',
  'elasticache>s3',
  'emr>quicksight',
  'kvs>s3',
  'kvs>sns',
  'msk>msk',
  'opensearch>s3',
  'opensearch>sns',
  'q-business>quicksight',
  'redshift>rds',
  's3>dynamodb',
  's3>elasticache',
  's3>rekognition-video',
  's3>timestream',
  'sm-notebook>emr',
  'timestream>s3',
  'timestream>sns',
]);

/** What is left to do for the edges of a design that no file of an export sets up. */
export function findUnwiredEdges(input: LoweringInput): string[] {
  return input.edges.flatMap((edge) => {
    const { source, target } = edge;
    if (!unwiredPairs.has(`${source.service.id}>${target.service.id}`)) return [];
    const mechanism = findEdgeRule(edge)?.mechanism ?? '';
    const title = ({ node }: typeof source): string => node.name ?? node.id;
    return `The export does not connect ${title(source)} with ${title(target)} (${mechanism}); set that up once both exist.`;
  });
}
