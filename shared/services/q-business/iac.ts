import { block, text, variable, verbatim } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  IacNeighbour,
  ManualStep,
  RoleSpec,
} from '../../iac/ir/mapping.ts';
import { accountArn } from '../account-arn.ts';
import { getEdgePrefix } from '../object-path.ts';

const documentField = { indexFieldName: 's3_document_id', indexFieldType: 'STRING' };

/** A connected bucket as a data source; the configuration is the connector's own document. */
function buildSource(context: IacContext, bucket: IacNeighbour, index: number): CloudFormationResource {
  const prefix = getEdgePrefix(bucket);
  const schedule = context.config.text('syncSchedule').trim();
  return {
    key: `source-${index + 1}`,
    type: 'AWS::QBusiness::DataSource',
    properties: {
      ApplicationId: context.own('application', 'id'),
      IndexId: context.own('index', 'id'),
      DisplayName: `${context.physicalName(80)}-${index + 1}`,
      RoleArn: context.own('role', 'arn'),
      SyncSchedule: schedule === '' ? undefined : schedule,
      Configuration: verbatim({
        type: 'S3',
        version: '1.0.0',
        syncMode: 'FULL_CRAWL',
        connectionConfiguration: { repositoryEndpointMetadata: { BucketName: bucket.ref('name') } },
        repositoryConfigurations: {
          document: { fieldMappings: [{ ...documentField, dataSourceFieldName: 's3_document_id' }] },
        },
        additionalProperties: { inclusionPrefixes: prefix === '' ? [] : [prefix] },
      }),
    },
  };
}

function getRoles(context: IacContext, crawls: boolean, chats: boolean): RoleSpec[] {
  const application = text(accountArn('qbusiness', 'application/'), context.own('application', 'id'));
  return [
    {
      key: 'service-role',
      trusts: ['qbusiness.amazonaws.com'],
      statements: [
        {
          sid: 'PublishMetrics',
          actions: ['cloudwatch:PutMetricData'],
          resources: ['*'],
          conditions: { StringEquals: { 'cloudwatch:namespace': 'AWS/QBusiness' } },
          reason: 'The action has no resource-level permissions; the namespace limits it.',
        },
      ],
    },
    ...(crawls
      ? [
          {
            key: 'role',
            trusts: ['qbusiness.amazonaws.com'],
            statements: [
              {
                sid: 'PutDocuments',
                actions: ['qbusiness:BatchPutDocument', 'qbusiness:BatchDeleteDocument'],
                resources: [application, text(application, '/index/*')],
              },
            ],
          },
        ]
      : []),
    ...(chats
      ? [
          {
            key: 'chat-role',
            trusts: ['application.qbusiness.amazonaws.com'],
            statements: [
              {
                sid: 'Chat',
                actions: [
                  'qbusiness:Chat',
                  'qbusiness:ChatSync',
                  'qbusiness:ListConversations',
                  'qbusiness:ListMessages',
                  'qbusiness:PutFeedback',
                ],
                resources: [application],
              },
            ],
          },
        ]
      : []),
  ];
}

function getSteps(context: IacContext, chats: boolean): ManualStep[] {
  const onlyApplication = 'The Terraform provider has a resource for the application only.';
  return [
    {
      target: 'terraform',
      title: `Create the index of ${context.name}`,
      reason: onlyApplication,
      command:
        'aws qbusiness create-index --application-id <application> --display-name <name>, then create-retriever, create-data-source and create-web-experience',
    },
    ...(chats
      ? [
          {
            target: 'both' as const,
            title: `Let the web experience of ${context.name} act for its users`,
            reason: 'Its role must also trust application.qbusiness.amazonaws.com with sts:SetContext.',
            command: 'aws iam update-assume-role-policy --role-name <chat role> --policy-document <policy>',
          },
        ]
      : []),
    ...(context.incoming.some((edge) => edge.service === 'fsx')
      ? [
          {
            target: 'both' as const,
            title: `Connect ${context.name} to the file system`,
            reason: 'The FSx connector needs the secret of a user of the file system.',
            command: 'aws qbusiness create-data-source --application-id <application> --index-id <index>',
          },
        ]
      : []),
  ];
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(100);
  const buckets = context.incoming.filter((edge) => edge.service === 's3');
  const chats = [...context.incoming, ...context.outgoing].some((edge) => edge.service === 'user-app');
  const key =
    config.text('encryption') === 'CUSTOMER_MANAGED'
      ? context.incoming.find((edge) => edge.service === 'kms')?.ref('arn')
      : undefined;
  const attachments = config.flag('attachments') ? 'ENABLED' : 'DISABLED';
  const identity = variable('identityCenterInstanceArn');
  const application = context.own('application', 'id');
  return {
    cloudFormation: [
      {
        key: 'application',
        type: 'AWS::QBusiness::Application',
        properties: {
          DisplayName: name,
          IdentityType: 'AWS_IAM_IDC',
          IdentityCenterInstanceArn: identity,
          RoleArn: context.own('service-role', 'arn'),
          AttachmentsConfiguration: { AttachmentsControlMode: attachments },
          EncryptionConfiguration: key && { KmsKeyId: key },
        },
      },
      {
        key: 'index',
        type: 'AWS::QBusiness::Index',
        properties: {
          ApplicationId: application,
          DisplayName: name,
          Type: config.text('indexType'),
          CapacityConfiguration: { Units: config.number('indexUnits') },
        },
      },
      {
        key: 'retriever',
        type: 'AWS::QBusiness::Retriever',
        properties: {
          ApplicationId: application,
          DisplayName: name,
          Type: 'NATIVE_INDEX',
          Configuration: { NativeIndexConfiguration: { IndexId: context.own('index', 'id') } },
        },
      },
      ...buckets.map((bucket, index) => buildSource(context, bucket, index)),
      ...(chats
        ? [
            {
              key: 'web',
              type: 'AWS::QBusiness::WebExperience' as const,
              properties: { ApplicationId: application, RoleArn: context.own('chat-role', 'arn') },
            },
          ]
        : []),
    ],
    terraform: [
      {
        key: 'application',
        type: 'aws_qbusiness_application',
        arguments: {
          display_name: name,
          iam_service_role_arn: context.own('service-role', 'arn'),
          identity_center_instance_arn: identity,
          attachments_configuration: block({ attachments_control_mode: attachments }),
          encryption_configuration: key && block({ kms_key_id: key }),
        },
      },
    ],
    roles: getRoles(context, buckets.length > 0, chats),
    variables: [
      {
        name: 'identityCenterInstanceArn',
        type: 'string',
        description: 'ARN of the IAM Identity Center instance whose users ask questions.',
        validation: {
          pattern: '^arn:[a-z-]+:sso:::instance/',
          message: 'An instance ARN looks like arn:aws:sso:::instance/ssoins-0123456789abcdef.',
        },
      },
    ],
    manualSteps: getSteps(context, chats),
  };
}

export const iac: IacMapping = {
  primary: 'application',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::QBusiness::Application',
      'AWS::QBusiness::Index',
      'AWS::QBusiness::Retriever',
      'AWS::QBusiness::DataSource',
      'AWS::QBusiness::WebExperience',
    ],
    terraform: ['aws_qbusiness_application'],
  },
  missing: {
    terraform:
      'Terraform has the application only, not its index, retriever, data sources and web experience.',
  },
  build,
};
