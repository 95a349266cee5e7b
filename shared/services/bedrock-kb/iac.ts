import { block } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { getFoundationModelArn } from '../bedrock-model-arn.ts';
import { buildDataSources } from './data-sources.ts';
import { buildVectorStore } from './vector-store.ts';

function getEmbeddingModelId(context: IacContext): string {
  const model = context.outgoing.find((edge) => edge.service === 'bedrock-model');
  return model?.config.has('modelId')
    ? model.config.text('modelId')
    : context.config.text('embeddingModelId');
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(90);
  const description = config.text('description') || undefined;
  const modelArn = getFoundationModelArn(getEmbeddingModelId(context));
  const dimensions = Number(config.text('embeddingDimensions'));
  const store = buildVectorStore(context);
  const sources = buildDataSources(context);
  return {
    cloudFormation: [
      ...store.cloudFormation,
      {
        key: 'base',
        type: 'AWS::Bedrock::KnowledgeBase',
        properties: {
          Name: name,
          Description: description,
          RoleArn: context.own('role', 'arn'),
          KnowledgeBaseConfiguration: {
            Type: 'VECTOR',
            VectorKnowledgeBaseConfiguration: {
              EmbeddingModelArn: modelArn,
              EmbeddingModelConfiguration: {
                BedrockEmbeddingModelConfiguration: {
                  Dimensions: dimensions,
                  EmbeddingDataType: 'FLOAT32',
                },
              },
            },
          },
          StorageConfiguration: store.cloudFormationConfiguration,
        },
        dependsOn: store.dependsOn.cloudFormation,
      },
      ...sources.cloudFormation,
    ],
    terraform: [
      ...store.terraform,
      {
        key: 'base',
        type: 'aws_bedrockagent_knowledge_base',
        arguments: {
          name,
          description,
          role_arn: context.own('role', 'arn'),
          knowledge_base_configuration: block({
            type: 'VECTOR',
            vector_knowledge_base_configuration: block({
              embedding_model_arn: modelArn,
              embedding_model_configuration: block({
                bedrock_embedding_model_configuration: block({
                  dimensions,
                  embedding_data_type: 'FLOAT32',
                }),
              }),
            }),
          }),
          storage_configuration: block(store.terraformConfiguration),
        },
        dependsOn: store.dependsOn.terraform,
      },
      ...sources.terraform,
    ],
    roles: [
      {
        key: 'role',
        trusts: ['bedrock.amazonaws.com'],
        statements: [
          { sid: 'Embed', actions: ['bedrock:InvokeModel'], resources: [modelArn] },
          ...store.statements,
        ],
      },
    ],
    variables: store.variables,
    manualSteps: [
      ...store.manualSteps,
      {
        target: 'both',
        title: `Synchronize the documents of ${context.physicalName(60)}`,
        reason:
          'Deploying makes the data source; an ingestion job reads the documents, then and after every change.',
        command:
          'aws bedrock-agent start-ingestion-job --knowledge-base-id <knowledge base id> --data-source-id <data source id>',
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'base',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::Bedrock::KnowledgeBase',
      'AWS::Bedrock::DataSource',
      'AWS::S3Vectors::VectorBucket',
      'AWS::S3Vectors::Index',
      'AWS::OpenSearchServerless::Collection',
      'AWS::OpenSearchServerless::Index',
      'AWS::OpenSearchServerless::SecurityPolicy',
      'AWS::OpenSearchServerless::AccessPolicy',
    ],
    terraform: [
      'aws_bedrockagent_knowledge_base',
      'aws_bedrockagent_data_source',
      'aws_s3vectors_vector_bucket',
      'aws_s3vectors_index',
      'aws_opensearchserverless_collection',
      'aws_opensearchserverless_security_policy',
      'aws_opensearchserverless_access_policy',
    ],
  },
  build,
};
