import { block, blocks, type Body } from '../../iac/ir/expression.ts';
import type { IacContext, TerraformResource } from '../../iac/ir/mapping.ts';
import { getEdgePrefix } from '../object-path.ts';

interface ActionGroups {
  /** Members of the agent's ActionGroups. */
  cloudFormation: readonly Body[];
  terraform: readonly TerraformResource[];
}

interface AgentFunction {
  name: string;
  description: string;
  parameters: readonly string[];
}

function getFunctions(context: IacContext): readonly AgentFunction[] {
  return context.config.rows('functions').map((row) => ({
    name: row.text('name'),
    description: row.text('description') || row.text('name'),
    parameters: row
      .text('parameters')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  }));
}

/** What a group can do: an OpenAPI schema in a connected bucket, else the listed functions. */
function getSchema(context: IacContext): { cloudFormation: Body; terraform: Body } {
  const bucket = context.incoming.find((edge) => edge.service === 's3');
  if (bucket) {
    const key = `${getEdgePrefix(bucket)}${context.config.text('apiSchemaKey')}`;
    return {
      cloudFormation: { ApiSchema: { S3: { S3BucketName: bucket.ref('name'), S3ObjectKey: key } } },
      terraform: {
        api_schema: block({ s3: block({ s3_bucket_name: bucket.ref('name'), s3_object_key: key }) }),
      },
    };
  }
  const functions = getFunctions(context);
  return {
    cloudFormation: {
      FunctionSchema: {
        Functions: functions.map(({ name, description, parameters }) => ({
          Name: name,
          Description: description,
          Parameters:
            parameters.length > 0
              ? Object.fromEntries(
                  parameters.map((parameter) => [
                    parameter,
                    { Type: 'string', Description: parameter, Required: true },
                  ]),
                )
              : undefined,
        })),
      },
    },
    terraform: {
      function_schema: block({
        member_functions: block({
          functions: blocks(
            functions.map(({ name, description, parameters }) => ({
              name,
              description,
              parameters:
                parameters.length > 0
                  ? blocks(
                      parameters.map((parameter) => ({
                        map_block_key: parameter,
                        type: 'string',
                        description: parameter,
                        required: true,
                      })),
                    )
                  : undefined,
            })),
          ),
        }),
      }),
    },
  };
}

/** One action group per connected function, and the built-in one that asks the user. */
export function buildActionGroups(context: IacContext): ActionGroups {
  const schema = getSchema(context);
  const agent = context.own('agent', 'id');
  const groups = context.outgoing
    .filter((edge) => edge.service === 'lambda')
    .map((edge, index) => ({
      key: index === 0 ? 'actions' : `actions-${index + 1}`,
      name: `actions-${index + 1}`,
      lambda: edge.ref('arn'),
    }));
  const asks = context.config.flag('askUser');
  return {
    cloudFormation: [
      ...groups.map((group) => ({
        ActionGroupName: group.name,
        ActionGroupState: 'ENABLED',
        ActionGroupExecutor: { Lambda: group.lambda },
        SkipResourceInUseCheckOnDelete: true,
        ...schema.cloudFormation,
      })),
      ...(asks
        ? [
            {
              ActionGroupName: 'ask-user',
              ActionGroupState: 'ENABLED',
              ParentActionGroupSignature: 'AMAZON.UserInput',
            },
          ]
        : []),
    ],
    terraform: [
      ...groups.map(
        (group): TerraformResource => ({
          key: group.key,
          type: 'aws_bedrockagent_agent_action_group',
          arguments: {
            agent_id: agent,
            agent_version: 'DRAFT',
            action_group_name: group.name,
            action_group_state: 'ENABLED',
            skip_resource_in_use_check: true,
            action_group_executor: block({ lambda: group.lambda }),
            ...schema.terraform,
          },
        }),
      ),
      ...(asks
        ? [
            {
              key: 'ask-user',
              type: 'aws_bedrockagent_agent_action_group' as const,
              arguments: {
                agent_id: agent,
                agent_version: 'DRAFT',
                action_group_name: 'ask-user',
                action_group_state: 'ENABLED',
                parent_action_group_signature: 'AMAZON.UserInput',
              },
            },
          ]
        : []),
    ],
  };
}

/** Sentence by which an agent decides to look into a knowledge base. */
export function getBaseDescription(edge: IacContext['incoming'][number]): string {
  const written = edge.config.has('description') ? edge.config.text('description') : '';
  return written || 'Documents to answer questions from.';
}
