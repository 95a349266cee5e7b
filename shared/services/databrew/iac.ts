import { type Body, text } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
} from '../../iac/ir/mapping.ts';
import { accountArn } from '../account-arn.ts';
import { buildGlueConnections } from '../glue-connection.ts';
import { getEdgePrefix } from '../object-path.ts';

const noTerraform = 'The provider has no DataBrew resources; the commands below do the same.';

function getInput(context: IacContext, connection: ReturnType<IacContext['own']> | undefined): Body {
  const { config } = context;
  const catalog = context.incoming.find((edge) => edge.service === 'glue-catalog');
  const bucket = context.incoming.find((edge) => edge.service === 's3');
  if (catalog) {
    return {
      DataCatalogInputDefinition: { DatabaseName: catalog.ref('name'), TableName: config.text('tableName') },
    };
  }
  if (bucket) {
    return {
      S3InputDefinition: { Bucket: bucket.ref('name'), Key: `${getEdgePrefix(bucket)}<[^/]+>` },
    };
  }
  if (connection) {
    const temporary = context.outgoing.find((edge) => edge.service === 's3');
    return {
      DatabaseInputDefinition: {
        GlueConnectionName: connection,
        DatabaseTableName: config.text('tableName'),
        TempDirectory: temporary && { Bucket: temporary.ref('name'), Key: 'databrew-temporary/' },
      },
    };
  }
  return {};
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(200);
  const links = buildGlueConnections(context);
  const incoming = new Set(context.incoming.map((edge) => edge.node));
  const source = links.connections.find(({ neighbour }) => incoming.has(neighbour.node));
  const recipe = config.text('jobType') === 'RECIPE';
  const bucket = context.outgoing.find((edge) => edge.service === 's3');
  const databases = links.connections.filter(({ neighbour }) => !incoming.has(neighbour.node));
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const sample = config.number('sampleRows');
  const fromBucket = context.incoming.some((edge) => edge.service === 's3');
  const location = bucket && { Bucket: bucket.ref('name'), Key: getEdgePrefix(bucket) || 'databrew/' };
  const cloudFormation: CloudFormationResource[] = [
    ...links.cloudFormation,
    {
      key: 'dataset',
      type: 'AWS::DataBrew::Dataset',
      properties: {
        Name: name,
        Format: fromBucket ? config.text('inputFormat') : undefined,
        Input: getInput(context, source?.name),
      },
    },
    ...(recipe
      ? [
          {
            key: 'recipe',
            type: 'AWS::DataBrew::Recipe' as const,
            properties: {
              Name: name,
              Steps: config.rows('steps').map((row) => ({
                Action: {
                  Operation: row.text('operation'),
                  Parameters: { sourceColumn: row.text('column') },
                },
              })),
            },
          },
        ]
      : []),
    {
      key: 'data-job',
      type: 'AWS::DataBrew::Job',
      properties: {
        Name: name,
        Type: config.text('jobType'),
        RoleArn: context.own('role', 'arn'),
        DatasetName: context.own('dataset', 'name'),
        Recipe: recipe ? { Name: context.own('recipe', 'name'), Version: 'LATEST_WORKING' } : undefined,
        MaxCapacity: config.number('maxCapacity'),
        MaxRetries: config.number('maxRetries'),
        Timeout: config.number('timeout'),
        LogSubscription: 'ENABLE',
        EncryptionMode: key ? 'SSE-KMS' : 'SSE-S3',
        EncryptionKeyArn: key,
        JobSample: recipe
          ? undefined
          : sample > 0
            ? { Mode: 'CUSTOM_ROWS', Size: sample }
            : { Mode: 'FULL_DATASET' },
        OutputLocation: recipe ? undefined : location,
        Outputs:
          recipe && location
            ? [{ Location: location, Format: config.text('outputFormat'), Overwrite: true }]
            : undefined,
        DatabaseOutputs:
          recipe && databases.length > 0
            ? databases.map((connection) => ({
                GlueConnectionName: connection.name,
                DatabaseOutputMode: 'NEW_TABLE',
                DatabaseOptions: { TableName: config.text('tableName') },
              }))
            : undefined,
      },
    },
    ...(config.text('schedule') === ''
      ? []
      : [
          {
            key: 'schedule',
            type: 'AWS::DataBrew::Schedule' as const,
            properties: {
              Name: name,
              CronExpression: config.text('schedule'),
              JobNames: [context.own('data-job', 'name')],
            },
          },
        ]),
  ];
  return {
    cloudFormation,
    terraform: links.terraform,
    // Under the primary key there is no resource: Terraform has none, and grants must hold in both tools.
    arns: { job: accountArn('databrew', `job/${name}`) },
    roles: [
      {
        key: 'role',
        trusts: ['databrew.amazonaws.com'],
        statements: [
          {
            sid: 'WriteLogs',
            actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [text(accountArn('logs', 'log-group:/aws-glue-databrew/'), '*')],
          },
          ...links.statements,
        ],
      },
    ],
    variables: links.variables,
    manualSteps: [
      {
        target: 'terraform',
        title: `Create the DataBrew dataset, recipe and job ${context.physicalName(60)}`,
        reason: noTerraform,
        command: `aws databrew create-dataset --name ${name} --input <input> && ${recipe ? `aws databrew create-recipe --name ${name} --steps <steps> && aws databrew create-recipe-job` : 'aws databrew create-profile-job'} --name ${name} --dataset-name ${name} --role-arn <role ARN>`,
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'job',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::DataBrew::Dataset',
      'AWS::DataBrew::Recipe',
      'AWS::DataBrew::Job',
      'AWS::DataBrew::Schedule',
      'AWS::Glue::Connection',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::SecurityGroupIngress',
    ],
    terraform: ['aws_glue_connection', 'aws_security_group'],
  },
  missing: { terraform: noTerraform },
  build,
};
