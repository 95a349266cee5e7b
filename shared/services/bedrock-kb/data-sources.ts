import { block, blocks, type Body, text } from '../../iac/ir/expression.ts';
import type { CloudFormationResource, IacContext, TerraformResource } from '../../iac/ir/mapping.ts';
import { getEdgePrefix } from '../object-path.ts';

interface Parts {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
}

function getChunking(context: IacContext): { cloudFormation: Body; terraform: Body } {
  const { config } = context;
  const strategy = config.text('chunkingStrategy');
  const tokens = config.number('maxTokens');
  switch (strategy) {
    case 'FIXED_SIZE': {
      const overlap = config.number('overlapPercentage');
      return {
        cloudFormation: {
          ChunkingStrategy: strategy,
          FixedSizeChunkingConfiguration: { MaxTokens: tokens, OverlapPercentage: overlap },
        },
        terraform: {
          chunking_strategy: strategy,
          fixed_size_chunking_configuration: block({ max_tokens: tokens, overlap_percentage: overlap }),
        },
      };
    }
    case 'HIERARCHICAL': {
      const parent = config.number('parentMaxTokens');
      const overlap = config.number('overlapTokens');
      return {
        cloudFormation: {
          ChunkingStrategy: strategy,
          HierarchicalChunkingConfiguration: {
            OverlapTokens: overlap,
            LevelConfigurations: [{ MaxTokens: parent }, { MaxTokens: tokens }],
          },
        },
        terraform: {
          chunking_strategy: strategy,
          hierarchical_chunking_configuration: block({
            overlap_tokens: overlap,
            level_configuration: blocks([{ max_tokens: parent }, { max_tokens: tokens }]),
          }),
        },
      };
    }
    case 'SEMANTIC': {
      const threshold = config.number('breakpointPercentileThreshold');
      return {
        cloudFormation: {
          ChunkingStrategy: strategy,
          SemanticChunkingConfiguration: {
            MaxTokens: tokens,
            BufferSize: 1,
            BreakpointPercentileThreshold: threshold,
          },
        },
        terraform: {
          chunking_strategy: strategy,
          semantic_chunking_configuration: block({
            max_token: tokens,
            buffer_size: 1,
            breakpoint_percentile_threshold: threshold,
          }),
        },
      };
    }
    default:
      return { cloudFormation: { ChunkingStrategy: strategy }, terraform: { chunking_strategy: strategy } };
  }
}

function getIngestion(context: IacContext): { cloudFormation: Body; terraform: Body } {
  const chunking = getChunking(context);
  const parser = context.config.text('parsingStrategy');
  const parses = parser !== 'DEFAULT';
  const bucket = context.incoming.find((edge) => edge.service === 's3');
  const transformer = context.outgoing.find((edge) => edge.service === 'lambda');
  // A transformation hands chunks over through a bucket; without one there is nowhere to put them.
  const location = bucket && transformer && text('s3://', bucket.ref('name'), '/knowledge-base-chunks/');
  return {
    cloudFormation: {
      ChunkingConfiguration: chunking.cloudFormation,
      ParsingConfiguration: parses ? { ParsingStrategy: parser } : undefined,
      CustomTransformationConfiguration:
        location && transformer
          ? {
              IntermediateStorage: { S3Location: { URI: location } },
              Transformations: [
                {
                  StepToApply: 'POST_CHUNKING',
                  TransformationFunction: {
                    TransformationLambdaConfiguration: { LambdaArn: transformer.ref('arn') },
                  },
                },
              ],
            }
          : undefined,
    },
    terraform: {
      chunking_configuration: block(chunking.terraform),
      parsing_configuration: parses ? block({ parsing_strategy: parser }) : undefined,
      custom_transformation_configuration:
        location && transformer
          ? block({
              intermediate_storage: block({ s3_location: block({ uri: location }) }),
              transformation: block({
                step_to_apply: 'POST_CHUNKING',
                transformation_function: block({
                  transformation_lambda_configuration: block({ lambda_arn: transformer.ref('arn') }),
                }),
              }),
            })
          : undefined,
    },
  };
}

/** One data source per connected bucket, and one for the web pages. */
export function buildDataSources(context: IacContext): Parts {
  const { config } = context;
  const ingestion = getIngestion(context);
  const urls = config.list('webUrls');
  const sources: { cloudFormation: Body; terraform: Body }[] = context.incoming
    .filter((edge) => edge.service === 's3')
    .map((edge) => {
      const prefix = getEdgePrefix(edge);
      const prefixes = prefix === '' ? undefined : [prefix];
      return {
        cloudFormation: {
          Type: 'S3',
          S3Configuration: { BucketArn: edge.ref('arn'), InclusionPrefixes: prefixes },
        },
        terraform: {
          type: 'S3',
          s3_configuration: block({ bucket_arn: edge.ref('arn'), inclusion_prefixes: prefixes }),
        },
      };
    });
  if (urls.length > 0) {
    sources.push({
      cloudFormation: {
        Type: 'WEB',
        WebConfiguration: {
          SourceConfiguration: { UrlConfiguration: { SeedUrls: urls.map((url) => ({ Url: url })) } },
          CrawlerConfiguration: { Scope: 'HOST_ONLY' },
        },
      },
      terraform: {
        type: 'WEB',
        web_configuration: block({
          source_configuration: block({
            url_configuration: block({ seed_urls: blocks(urls.map((url) => ({ url }))) }),
          }),
          crawler_configuration: block({ scope: 'HOST_ONLY' }),
        }),
      },
    });
  }
  const parts = sources.map((source, index) => {
    const key = index === 0 ? 'data-source' : `data-source-${index + 1}`;
    const name = `${context.physicalName(80)}-${index + 1}`;
    const policy = config.text('dataDeletionPolicy');
    const base = context.own('base', 'id');
    return {
      cloudFormation: {
        key,
        type: 'AWS::Bedrock::DataSource' as const,
        properties: {
          Name: name,
          KnowledgeBaseId: base,
          DataDeletionPolicy: policy,
          DataSourceConfiguration: source.cloudFormation,
          VectorIngestionConfiguration: ingestion.cloudFormation,
        },
      },
      terraform: {
        key,
        type: 'aws_bedrockagent_data_source' as const,
        arguments: {
          name,
          knowledge_base_id: base,
          data_deletion_policy: policy,
          data_source_configuration: block(source.terraform),
          vector_ingestion_configuration: block(ingestion.terraform),
        },
      },
    };
  });
  return {
    cloudFormation: parts.map((part) => part.cloudFormation),
    terraform: parts.map((part) => part.terraform),
  };
}
