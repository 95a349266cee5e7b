import { block, type Body, type Expression, json, pseudo, text, variable } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  ManualStep,
  PolicyStatement,
  TerraformResource,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { getDatabaseAddress } from '../database-address.ts';

/** Fields under which Bedrock keeps vector, text and metadata in a store. */
const fields = { vector: 'embedding', text: 'chunks', metadata: 'metadata' } as const;

/** The store a knowledge base keeps its vectors in, and what making it takes. */
export interface VectorStore {
  /** StorageConfiguration and storage_configuration. */
  cloudFormationConfiguration: Body;
  terraformConfiguration: Body;
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  /** Resources the knowledge base has to wait for. */
  dependsOn: { cloudFormation: readonly string[]; terraform: readonly string[] };
  statements: readonly PolicyStatement[];
  variables: readonly VariableSpec[];
  manualSteps: readonly ManualStep[];
}

const nothing = {
  cloudFormation: [],
  terraform: [],
  dependsOn: { cloudFormation: [], terraform: [] },
  statements: [],
  variables: [],
  manualSteps: [],
} as const;

/** The connected store if there is one, else the one that is made with the knowledge base. */
export function buildVectorStore(context: IacContext): VectorStore {
  const connected = [...context.outgoing, ...context.incoming].find((edge) =>
    ['opensearch', 'aurora', 'mongodb'].includes(edge.service),
  );
  if (connected?.service === 'aurora') return buildAuroraStore(context, connected);
  if (connected?.service === 'mongodb') return buildAtlasStore(context, connected);
  if (connected) return buildSearchStore(context, connected);
  return context.config.text('vectorStore') === 'OPENSEARCH_SERVERLESS'
    ? buildOwnCollection(context)
    : buildS3Vectors(context);
}

function buildS3Vectors(context: IacContext): VectorStore {
  const { config } = context;
  const bucketName = text(`${context.physicalName(40)}-`, pseudo('account'));
  const dimension = Number(config.text('embeddingDimensions'));
  const indexName = config.text('vectorIndexName');
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const indexArn = context.own('vector-index', 'arn');
  // Chunks are longer than filterable metadata may be, so they must not be filterable.
  const unfiltered = ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'];
  return {
    ...nothing,
    cloudFormationConfiguration: {
      Type: 'S3_VECTORS',
      S3VectorsConfiguration: { IndexArn: indexArn },
    },
    terraformConfiguration: {
      type: 'S3_VECTORS',
      s3_vectors_configuration: block({ index_arn: indexArn }),
    },
    cloudFormation: [
      {
        key: 'vector-bucket',
        type: 'AWS::S3Vectors::VectorBucket',
        properties: {
          VectorBucketName: bucketName,
          EncryptionConfiguration: key ? { SseType: 'aws:kms', KmsKeyArn: key } : { SseType: 'AES256' },
        },
      },
      {
        key: 'vector-index',
        type: 'AWS::S3Vectors::Index',
        properties: {
          VectorBucketName: bucketName,
          IndexName: indexName,
          DataType: 'float32',
          Dimension: dimension,
          DistanceMetric: 'cosine',
          MetadataConfiguration: { NonFilterableMetadataKeys: unfiltered },
        },
        dependsOn: ['vector-bucket'],
      },
    ],
    terraform: [
      {
        key: 'vector-bucket',
        type: 'aws_s3vectors_vector_bucket',
        arguments: {
          vector_bucket_name: bucketName,
          encryption_configuration: block(
            key ? { sse_type: 'aws:kms', kms_key_arn: key } : { sse_type: 'AES256' },
          ),
        },
      },
      {
        key: 'vector-index',
        type: 'aws_s3vectors_index',
        arguments: {
          vector_bucket_name: bucketName,
          index_name: indexName,
          data_type: 'float32',
          dimension,
          distance_metric: 'cosine',
          metadata_configuration: block({ non_filterable_metadata_keys: unfiltered }),
        },
        dependsOn: ['vector-bucket'],
      },
    ],
    statements: [
      {
        sid: 'UseVectorIndex',
        actions: [
          's3vectors:PutVectors',
          's3vectors:GetVectors',
          's3vectors:DeleteVectors',
          's3vectors:QueryVectors',
          's3vectors:GetIndex',
        ],
        resources: [indexArn],
      },
    ],
  };
}

const searchFieldMapping = {
  cloudFormation: { VectorField: fields.vector, TextField: fields.text, MetadataField: fields.metadata },
  terraform: block({
    vector_field: fields.vector,
    text_field: fields.text,
    metadata_field: fields.metadata,
  }),
};

function getIndexStep(target: ManualStep['target'], indexName: string, dimension: string): ManualStep {
  return {
    target,
    title: `Create the vector index ${indexName} before the knowledge base`,
    reason:
      'Bedrock checks that the index exists when the knowledge base is made, and the tool cannot create it in the store.',
    command: `aws opensearchserverless create-index --id <collection id> --index-name ${indexName} --index-schema '{"settings":{"index":{"knn":true}},"mappings":{"properties":{"${fields.vector}":{"type":"knn_vector","dimension":${dimension},"method":{"name":"hnsw","engine":"faiss"}},"${fields.text}":{"type":"text"},"${fields.metadata}":{"type":"text","index":false}}}}'`,
  };
}

function buildSearchStore(context: IacContext, store: IacContext['outgoing'][number]): VectorStore {
  const { config } = context;
  const indexName = config.text('vectorIndexName');
  const serverless = store.config.has('deployment') && store.config.text('deployment') === 'SERVERLESS';
  const steps = [getIndexStep('both', indexName, config.text('embeddingDimensions'))];
  if (serverless) {
    return {
      ...nothing,
      manualSteps: steps,
      cloudFormationConfiguration: {
        Type: 'OPENSEARCH_SERVERLESS',
        OpensearchServerlessConfiguration: {
          CollectionArn: store.ref('arn'),
          VectorIndexName: indexName,
          FieldMapping: searchFieldMapping.cloudFormation,
        },
      },
      terraformConfiguration: {
        type: 'OPENSEARCH_SERVERLESS',
        opensearch_serverless_configuration: block({
          collection_arn: store.ref('arn'),
          vector_index_name: indexName,
          field_mapping: searchFieldMapping.terraform,
        }),
      },
    };
  }
  const endpoint = text('https://', store.ref('endpoint'));
  return {
    ...nothing,
    manualSteps: steps,
    cloudFormationConfiguration: {
      Type: 'OPENSEARCH_MANAGED_CLUSTER',
      OpensearchManagedClusterConfiguration: {
        DomainArn: store.ref('arn'),
        DomainEndpoint: endpoint,
        VectorIndexName: indexName,
        FieldMapping: searchFieldMapping.cloudFormation,
      },
    },
    terraformConfiguration: {
      type: 'OPENSEARCH_MANAGED_CLUSTER',
      opensearch_managed_cluster_configuration: block({
        domain_arn: store.ref('arn'),
        domain_endpoint: endpoint,
        vector_index_name: indexName,
        field_mapping: searchFieldMapping.terraform,
      }),
    },
  };
}

function buildAuroraStore(context: IacContext, store: IacContext['outgoing'][number]): VectorStore {
  const table = `bedrock.${context.config.text('vectorIndexName').replaceAll('-', '_')}`;
  const { database } = getDatabaseAddress(store);
  const dimension = context.config.text('embeddingDimensions');
  return {
    ...nothing,
    cloudFormationConfiguration: {
      Type: 'RDS',
      RdsConfiguration: {
        ResourceArn: store.ref('arn'),
        CredentialsSecretArn: store.ref('secret-arn'),
        DatabaseName: database,
        TableName: table,
        FieldMapping: {
          PrimaryKeyField: 'id',
          VectorField: fields.vector,
          TextField: fields.text,
          MetadataField: fields.metadata,
        },
      },
    },
    terraformConfiguration: {
      type: 'RDS',
      rds_configuration: block({
        resource_arn: store.ref('arn'),
        credentials_secret_arn: store.ref('secret-arn'),
        database_name: database,
        table_name: table,
        field_mapping: block({
          primary_key_field: 'id',
          vector_field: fields.vector,
          text_field: fields.text,
          metadata_field: fields.metadata,
        }),
      }),
    },
    // The secret Aurora manages is not made by this node, so no edge grants it by itself.
    statements: [
      {
        sid: 'ReadStoreSecret',
        actions: ['secretsmanager:GetSecretValue'],
        resources: [store.ref('secret-arn')],
      },
    ],
    manualSteps: [
      {
        target: 'both',
        title: `Create the table ${table} before the knowledge base`,
        reason: 'Bedrock checks that the table exists; neither tool runs SQL.',
        command: `aws rds-data execute-statement --resource-arn <cluster ARN> --secret-arn <secret ARN> --database ${database} --sql "CREATE EXTENSION IF NOT EXISTS vector; CREATE SCHEMA IF NOT EXISTS bedrock; CREATE TABLE ${table} (id uuid PRIMARY KEY, ${fields.vector} vector(${dimension}), ${fields.text} text, ${fields.metadata} json); CREATE INDEX ON ${table} USING hnsw (${fields.vector} vector_cosine_ops)"`,
      },
    ],
  };
}

function buildAtlasStore(context: IacContext, store: IacContext['outgoing'][number]): VectorStore {
  const secret = getNodeVariableName(context, 'AtlasCredentialsArn');
  const { host, database } = getDatabaseAddress(store);
  const indexName = context.config.text('vectorIndexName');
  return {
    ...nothing,
    cloudFormationConfiguration: {
      Type: 'MONGO_DB_ATLAS',
      MongoDbAtlasConfiguration: {
        Endpoint: host,
        CredentialsSecretArn: variable(secret),
        DatabaseName: database,
        CollectionName: indexName,
        VectorIndexName: indexName,
        FieldMapping: searchFieldMapping.cloudFormation,
      },
    },
    terraformConfiguration: {
      type: 'MONGO_DB_ATLAS',
      mongo_db_atlas_configuration: block({
        endpoint: host,
        credentials_secret_arn: variable(secret),
        database_name: database,
        collection_name: indexName,
        vector_index_name: indexName,
        field_mapping: searchFieldMapping.terraform,
      }),
    },
    statements: [
      {
        sid: 'ReadStoreSecret',
        actions: ['secretsmanager:GetSecretValue'],
        resources: [variable(secret)],
      },
    ],
    variables: [
      {
        name: secret,
        type: 'string',
        description: 'ARN of a Secrets Manager secret with username and password of MongoDB Atlas.',
      },
    ],
  };
}

/** An OpenSearch Serverless collection of the knowledge base's own, with the policies it cannot do without. */
function buildOwnCollection(context: IacContext): VectorStore {
  const { config } = context;
  const name = context.physicalName(28);
  const indexName = config.text('vectorIndexName');
  const admin = getNodeVariableName(context, 'IndexAdminArn');
  const resource = [`collection/${name}`];
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const encryption = json({
    Rules: [{ ResourceType: 'collection', Resource: resource }],
    ...(key ? { KmsARN: key } : { AWSOwnedKey: true }),
  });
  const network = json([
    {
      Rules: [{ ResourceType: 'collection', Resource: resource }],
      AllowFromPublic: false,
      SourceServices: ['bedrock.amazonaws.com'],
    },
  ]);
  const access = json([
    {
      Principal: [context.own('role', 'arn'), variable(admin)],
      Rules: [
        {
          ResourceType: 'index',
          Resource: [`index/${name}/*`],
          Permission: [
            'aoss:CreateIndex',
            'aoss:DescribeIndex',
            'aoss:UpdateIndex',
            'aoss:ReadDocument',
            'aoss:WriteDocument',
          ],
        },
        { ResourceType: 'collection', Resource: resource, Permission: ['aoss:DescribeCollectionItems'] },
      ],
    },
  ]);
  const policies: readonly [string, string, Expression][] = [
    ['encryption-policy', 'encryption', encryption],
    ['network-policy', 'network', network],
  ];
  const arn = context.own('collection', 'arn');
  const waits = ['encryption-policy', 'network-policy', 'access-policy'];
  return {
    cloudFormationConfiguration: {
      Type: 'OPENSEARCH_SERVERLESS',
      OpensearchServerlessConfiguration: {
        CollectionArn: arn,
        VectorIndexName: indexName,
        FieldMapping: searchFieldMapping.cloudFormation,
      },
    },
    terraformConfiguration: {
      type: 'OPENSEARCH_SERVERLESS',
      opensearch_serverless_configuration: block({
        collection_arn: arn,
        vector_index_name: indexName,
        field_mapping: searchFieldMapping.terraform,
      }),
    },
    cloudFormation: [
      ...policies.map(
        ([policyKey, type, policy]): CloudFormationResource => ({
          key: policyKey,
          type: 'AWS::OpenSearchServerless::SecurityPolicy',
          properties: { Name: name, Type: type, Policy: policy },
        }),
      ),
      {
        key: 'access-policy',
        type: 'AWS::OpenSearchServerless::AccessPolicy',
        properties: { Name: name, Type: 'data', Policy: access },
      },
      {
        key: 'collection',
        type: 'AWS::OpenSearchServerless::Collection',
        properties: { Name: name, Type: 'VECTORSEARCH' },
        dependsOn: waits,
      },
      {
        key: 'vector-index',
        type: 'AWS::OpenSearchServerless::Index',
        properties: {
          CollectionEndpoint: context.own('collection', 'endpoint'),
          IndexName: indexName,
          Settings: { Index: { Knn: true } },
          Mappings: {
            Properties: {
              [fields.vector]: {
                Type: 'knn_vector',
                Dimension: Number(config.text('embeddingDimensions')),
                Method: { Name: 'hnsw', Engine: 'faiss' },
              },
              [fields.text]: { Type: 'text' },
              [fields.metadata]: { Type: 'text', Index: false },
            },
          },
        },
      },
    ],
    terraform: [
      ...policies.map(
        ([policyKey, type, policy]): TerraformResource => ({
          key: policyKey,
          type: 'aws_opensearchserverless_security_policy',
          arguments: { name, type, policy },
        }),
      ),
      {
        key: 'access-policy',
        type: 'aws_opensearchserverless_access_policy',
        arguments: { name, type: 'data', policy: access },
      },
      {
        key: 'collection',
        type: 'aws_opensearchserverless_collection',
        arguments: { name, type: 'VECTORSEARCH' },
        dependsOn: waits,
      },
    ],
    dependsOn: { cloudFormation: ['vector-index'], terraform: ['access-policy'] },
    statements: [{ sid: 'UseCollection', actions: ['aoss:APIAccessAll'], resources: [arn] }],
    variables: [
      {
        name: admin,
        type: 'string',
        description: 'ARN of the role or user that deploys, which is let in to create the vector index.',
      },
    ],
    manualSteps: [getIndexStep('terraform', indexName, config.text('embeddingDimensions'))],
  };
}
