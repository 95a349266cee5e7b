import { defineNodeRule } from '../define-rule.ts';
import { attachNode } from '../repairs.ts';

/** Callers ask the knowledge base; they bring no documents. */
const callers = new Set(['user-app', 'bedrock-agent', 'lambda', 'api-gateway', 'step-functions', 'kms']);

export const knowledgeBaseHasASource = defineNodeRule({
  id: 'knowledge-base-has-a-source',
  codes: ['G-108'],
  severity: 'error',
  category: 'Machine learning',
  title: 'A knowledge base has documents to know',
  description:
    'A Bedrock knowledge base answers from data sources: an S3 bucket, web pages or a connected store. Without one it ' +
    'has nothing to retrieve. Embedding model and vector store are made with it.',
  sources: ['BR-KB', 'BR-DS', 'N-241'],
  services: ['bedrock-kb'],
  reach: 'neighbours',
  check: (node) => {
    if (node.config.list('webUrls').length > 0) return [];
    const sources = node.incoming.filter((edge) => edge.kind === 'data' && !callers.has(edge.source.service));
    if (sources.length > 0) return [];
    return [
      {
        message: `${node.name} has no data source. Connect an S3 bucket with documents, or give it web addresses.`,
        repairs: [
          ...attachNode(node, {
            service: 's3',
            name: 'Documents',
            side: 'before',
            label: 'Add a bucket for documents',
            safe: true,
          }),
        ],
      },
    ];
  },
});
