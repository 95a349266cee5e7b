import { knowledgeBaseHasASource } from '../../../shared/rules/machine-learning/knowledge-base-has-a-source.ts';
import { testRule } from './rule-cases.ts';

testRule(knowledgeBaseHasASource, {
  accepts: {
    'a bucket': { nodes: { b: 's3', k: 'bedrock-kb' }, edges: ['b > k'] },
    'web pages': { nodes: { k: ['bedrock-kb', { webUrls: ['https://example.com/'] }] } },
  },
  rejects: [
    {
      because: 'no source',
      design: { nodes: { u: 'user-app', k: 'bedrock-kb' }, edges: ['u > k'] },
      target: 'k',
      message: ['no data source', 'S3 bucket'],
      repairs: ['add-s3'],
    },
  ],
});
