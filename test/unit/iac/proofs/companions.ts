import type { Properties } from '../../../../shared/graph/design.ts';

interface Companions {
  source?: string;
  target?: string;
  /** Kinds that serve as the source themselves when the edge comes from them. */
  sources?: readonly string[];
  /** Kinds that serve as the target themselves when the edge goes to them. */
  targets?: readonly string[];
}

const locations = ['s3', 'onprem-files', 'efs', 'fsx'];

/** Neighbours without which a service exports nothing, or only half of itself. */
const companions: Readonly<Record<string, Companions>> = {
  dms: {
    source: 'onprem-db',
    target: 's3',
    sources: ['rds', 'aurora', 'onprem-db', 'mongodb'],
  },
  datasync: { source: 'onprem-files', target: 's3', sources: locations, targets: locations },
  'sm-endpoint': { target: 's3' },
  'eventbridge-pipe': {
    source: 'sqs',
    target: 'step-functions',
    sources: ['kds', 'sqs', 'dynamodb', 'msk'],
    targets: [
      ...['lambda', 'kds', 'sqs', 'sns', 'firehose', 'step-functions', 'eventbridge-rule', 'batch'],
      ...['ecs-fargate', 'timestream', 'redshift', 'cw-logs', 'third-party-http', 'api-gateway'],
    ],
  },
  quicksight: { source: 'athena', sources: ['athena', 's3', 'rds', 'aurora', 'redshift', 'opensearch'] },
  'cw-alarm': { source: 'sqs', target: 'sns' },
  'bedrock-kb': { source: 's3', sources: ['s3'] },
  'bedrock-custom': { source: 's3', sources: ['s3'] },
  cloudfront: { source: 's3', sources: ['s3', 'api-gateway'] },
};

/** A node of a case before it is put into a design. */
export interface CaseNode {
  id: string;
  service: string;
  properties?: Properties;
}

/** Properties without which a neighbour would rightly be refused. */
const needed: Readonly<Record<string, Properties>> = {
  // Knowledge bases only take Atlas clusters.
  mongodb: { serverName: 'cluster0.abcde.mongodb.net' },
};

/** A node with the properties without which its neighbours are refused. */
export const buildNode = (id: string, service: string): CaseNode => ({
  id,
  service,
  ...(needed[service] && { properties: needed[service] }),
});

/** Adds the companions that nodes need and do not have, one of each for all of them. */
export function addCompanions(nodes: CaseNode[], edges: { source: string; target: string }[]): void {
  const byId = new Map(nodes.map((node) => [node.id, node.service]));
  for (const { id, service } of [...nodes]) {
    const { source, target, sources = [], targets = [] } = companions[service] ?? {};
    const own = edges.filter((edge) => edge.target === id).map((edge) => byId.get(edge.source) ?? '');
    const others = edges.filter((edge) => edge.source === id).map((edge) => byId.get(edge.target) ?? '');
    const add = (companion: string, connect: (companion: string) => { source: string; target: string }) => {
      const node = `companion-${companion}`;
      if (!nodes.some((candidate) => candidate.id === node)) nodes.push({ id: node, service: companion });
      edges.push(connect(node));
    };
    if (source !== undefined && !own.some((kind) => sources.includes(kind))) {
      add(source, (node) => ({ source: node, target: id }));
    }
    if (target !== undefined && !others.some((kind) => targets.includes(kind))) {
      add(target, (node) => ({ source: id, target: node }));
    }
  }
}
