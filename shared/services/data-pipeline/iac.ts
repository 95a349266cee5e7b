import { block, blocks, text, variable } from '../../iac/ir/expression.ts';
import type {
  IacContext,
  IacContribution,
  IacMapping,
  PolicyStatement,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { accountArn } from '../account-arn.ts';
import { anyEc2Resource, anyImage, describesAll } from '../network-interfaces.ts';
import { buildObjects, isRelational, isStore, passwordParameter } from './objects.ts';

/** What Data Pipeline and its machines need besides the stores they copy. */
function getStatements(context: IacContext): readonly PolicyStatement[] {
  const logs = [...context.outgoing, ...context.incoming].find((edge) => edge.service === 's3');
  const stores = [...context.incoming, ...context.outgoing].filter(isStore);
  const emr =
    context.config.text('resourceType') === 'EMR' || stores.some((edge) => edge.service === 'dynamodb');
  return [
    {
      sid: 'MakeMachines',
      actions: ['ec2:RunInstances', 'ec2:TerminateInstances', 'ec2:CreateTags'],
      resources: [anyEc2Resource, anyImage],
    },
    {
      sid: 'ReadVpc',
      actions: ['ec2:DescribeInstances', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets'],
      resources: ['*'],
      reason: describesAll,
    },
    {
      sid: 'HandRoleToMachines',
      actions: ['iam:PassRole'],
      resources: [context.own('role', 'arn')],
      conditions: {
        StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', 'elasticmapreduce.amazonaws.com'] },
      },
    },
    {
      sid: 'TakeTasks',
      actions: ['datapipeline:PollForTask', 'datapipeline:ReportTaskRunnerHeartbeat'],
      resources: ['*'],
      reason: 'The actions have no resource-level permissions.',
    },
    {
      sid: 'WorkOnTasks',
      actions: [
        'datapipeline:DescribeObjects',
        'datapipeline:EvaluateExpression',
        'datapipeline:QueryObjects',
        'datapipeline:ReportTaskProgress',
        'datapipeline:SetTaskStatus',
      ],
      // The id of the pipeline is AWS's to give, and the role must exist before the pipeline.
      resources: [accountArn('datapipeline', 'pipeline/*')],
    },
    ...(emr
      ? [
          {
            sid: 'UseClusters',
            actions: [
              'elasticmapreduce:AddJobFlowSteps',
              'elasticmapreduce:DescribeCluster',
              'elasticmapreduce:DescribeStep',
              'elasticmapreduce:ListSteps',
              'elasticmapreduce:TerminateJobFlows',
            ],
            resources: [accountArn('elasticmapreduce', 'cluster/*')],
          },
          {
            sid: 'StartClusters',
            actions: ['elasticmapreduce:RunJobFlow'],
            resources: ['*'],
            reason: 'The action has no resource-level permissions.',
          },
        ]
      : []),
    ...(logs
      ? [
          {
            sid: 'WritePipelineLogs',
            actions: ['s3:PutObject'],
            resources: [text(logs.ref('arn'), '/data-pipeline-logs/*')],
          },
        ]
      : []),
  ];
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(128);
  const objects = buildObjects(context);
  const relational = [...context.incoming, ...context.outgoing].some((edge) => isRelational(edge.service));
  const passwordName = getNodeVariableName(context, 'DatabasePassword');
  const password: VariableSpec = {
    name: passwordName,
    type: 'string',
    sensitive: true,
    description: `Password of the database user of ${context.physicalName(60)}.`,
  };
  const parameterHelp = 'Password of the database user';
  return {
    cloudFormation: [
      {
        key: 'profile',
        type: 'AWS::IAM::InstanceProfile',
        properties: { Roles: [context.own('role', 'name')] },
      },
      {
        key: 'pipeline',
        type: 'AWS::DataPipeline::Pipeline',
        properties: {
          Name: name,
          Activate: config.flag('activate'),
          ParameterObjects: relational
            ? [
                {
                  Id: passwordParameter,
                  Attributes: [
                    { Key: 'type', StringValue: 'String' },
                    { Key: 'description', StringValue: parameterHelp },
                  ],
                },
              ]
            : undefined,
          ParameterValues: relational
            ? [{ Id: passwordParameter, StringValue: variable(passwordName) }]
            : undefined,
          PipelineObjects: objects.map((object) => ({
            Id: object.id,
            Name: object.id,
            Fields: object.fields.map((field) =>
              'refersTo' in field
                ? { Key: field.key, RefValue: field.refersTo }
                : { Key: field.key, StringValue: field.value },
            ),
          })),
        },
      },
    ],
    terraform: [
      {
        key: 'profile',
        type: 'aws_iam_instance_profile',
        arguments: { name_prefix: `${context.physicalName(36)}-`, role: context.own('role', 'name') },
      },
      { key: 'pipeline', type: 'aws_datapipeline_pipeline', arguments: { name } },
      {
        key: 'definition',
        type: 'aws_datapipeline_pipeline_definition',
        arguments: {
          pipeline_id: context.own('pipeline', 'id'),
          parameter_object: relational
            ? block({
                id: passwordParameter,
                attribute: blocks([
                  { key: 'type', string_value: 'String' },
                  { key: 'description', string_value: parameterHelp },
                ]),
              })
            : undefined,
          parameter_value: relational
            ? block({ id: passwordParameter, string_value: variable(passwordName) })
            : undefined,
          pipeline_object: blocks(
            objects.map((object) => ({
              id: object.id,
              name: object.id,
              field: blocks(
                object.fields.map((field) =>
                  'refersTo' in field
                    ? { key: field.key, ref_value: field.refersTo }
                    : { key: field.key, string_value: field.value },
                ),
              ),
            })),
          ),
        },
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['datapipeline.amazonaws.com', 'elasticmapreduce.amazonaws.com', 'ec2.amazonaws.com'],
        statements: getStatements(context),
      },
    ],
    variables: relational ? [password] : [],
    manualSteps: config.flag('activate')
      ? [
          {
            target: 'terraform',
            title: `Activate the pipeline ${name}`,
            reason: 'The provider writes the definition but cannot activate it.',
            command: 'aws datapipeline activate-pipeline --pipeline-id <pipeline id>',
          },
        ]
      : [],
  };
}

export const iac: IacMapping = {
  primary: 'pipeline',
  role: 'role',
  types: {
    cloudFormation: ['AWS::DataPipeline::Pipeline', 'AWS::IAM::InstanceProfile'],
    terraform: [
      'aws_datapipeline_pipeline',
      'aws_datapipeline_pipeline_definition',
      'aws_iam_instance_profile',
    ],
  },
  build,
};
