import { type Body, block } from '../../iac/ir/expression.ts';
import type {
  IacContext,
  IacContribution,
  IacMapping,
  IacNeighbour,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { getFoundationModelArn, getInvocationArn, isInferenceProfile } from '../bedrock-model-arn.ts';
import { buildActionGroups, getBaseDescription } from './action-groups.ts';

function getModelId(context: IacContext): string {
  const model = context.outgoing.find((edge) => edge.service === 'bedrock-model');
  return model?.config.has('modelId') ? model.config.text('modelId') : context.config.text('foundationModel');
}

/** Neighbours of a service at either end, each node once. */
function getNeighbours(context: IacContext, service: string): readonly IacNeighbour[] {
  const edges = [...context.outgoing, ...context.incoming].filter((edge) => edge.service === service);
  return [...new Map(edges.map((edge) => [edge.node, edge])).values()];
}

function buildCollaborators(context: IacContext): {
  cloudFormation: readonly Body[];
  terraform: readonly TerraformResource[];
} {
  const others = context.outgoing.filter((edge) => edge.service === 'bedrock-agent');
  return {
    cloudFormation: others.map((edge, index) => ({
      CollaboratorName: `collaborator-${index + 1}`,
      CollaborationInstruction: edge.config.text('instruction'),
      AgentDescriptor: { AliasArn: edge.refTo('alias', 'arn') },
      RelayConversationHistory: 'TO_COLLABORATOR',
    })),
    terraform: others.map((edge, index) => ({
      key: index === 0 ? 'collaborator' : `collaborator-${index + 1}`,
      type: 'aws_bedrockagent_agent_collaborator',
      arguments: {
        agent_id: context.own('agent', 'id'),
        collaborator_name: `collaborator-${index + 1}`,
        collaboration_instruction: edge.config.text('instruction'),
        relay_conversation_history: 'TO_COLLABORATOR',
        agent_descriptor: block({ alias_arn: edge.refTo('alias', 'arn') }),
      },
    })),
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(90);
  const description = config.text('description') || undefined;
  const modelId = getModelId(context);
  const model = isInferenceProfile(modelId) ? getInvocationArn(modelId) : modelId;
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const guardrail = getNeighbours(context, 'bedrock-guardrail')[0];
  const bases = getNeighbours(context, 'bedrock-kb');
  const actions = buildActionGroups(context);
  const collaborators = buildCollaborators(context);
  const collaboration = collaborators.cloudFormation.length > 0 ? 'SUPERVISOR' : undefined;
  const memory = config.number('memoryDays');
  const ttl = config.number('idleSessionTTLInSeconds');
  const associations = bases.map(
    (edge, index): TerraformResource => ({
      key: index === 0 ? 'knowledge' : `knowledge-${index + 1}`,
      type: 'aws_bedrockagent_agent_knowledge_base_association',
      arguments: {
        agent_id: context.own('agent', 'id'),
        knowledge_base_id: edge.ref('id'),
        knowledge_base_state: 'ENABLED',
        description: getBaseDescription(edge),
      },
    }),
  );
  // Bedrock changes an agent one step at a time and refuses a second change meanwhile.
  const parts = [...actions.terraform, ...associations, ...collaborators.terraform].map(
    (part, index, all) => {
      const before = all[index - 1];
      return before ? { ...part, dependsOn: [before.key] } : part;
    },
  );
  return {
    cloudFormation: [
      {
        key: 'agent',
        type: 'AWS::Bedrock::Agent',
        properties: {
          AgentName: name,
          Description: description,
          AgentResourceRoleArn: context.own('role', 'arn'),
          FoundationModel: model,
          Instruction: config.text('instruction'),
          IdleSessionTTLInSeconds: ttl,
          CustomerEncryptionKeyArn: key,
          AutoPrepare: true,
          AgentCollaboration: collaboration,
          AgentCollaborators: collaboration ? collaborators.cloudFormation : undefined,
          ActionGroups: actions.cloudFormation.length > 0 ? actions.cloudFormation : undefined,
          KnowledgeBases:
            bases.length > 0
              ? bases.map((edge) => ({
                  KnowledgeBaseId: edge.ref('id'),
                  KnowledgeBaseState: 'ENABLED',
                  Description: getBaseDescription(edge),
                }))
              : undefined,
          GuardrailConfiguration: guardrail
            ? { GuardrailIdentifier: guardrail.ref('id'), GuardrailVersion: guardrail.ref('version') }
            : undefined,
          MemoryConfiguration:
            memory > 0 ? { EnabledMemoryTypes: ['SESSION_SUMMARY'], StorageDays: memory } : undefined,
        },
      },
      {
        key: 'alias',
        type: 'AWS::Bedrock::AgentAlias',
        properties: { AgentId: context.own('agent', 'id'), AgentAliasName: config.text('aliasName') },
      },
    ],
    terraform: [
      {
        key: 'agent',
        type: 'aws_bedrockagent_agent',
        arguments: {
          agent_name: name,
          description,
          agent_resource_role_arn: context.own('role', 'arn'),
          foundation_model: model,
          instruction: config.text('instruction'),
          idle_session_ttl_in_seconds: ttl,
          customer_encryption_key_arn: key,
          prepare_agent: true,
          agent_collaboration: collaboration,
          guardrail_configuration: guardrail
            ? block({
                guardrail_identifier: guardrail.ref('id'),
                guardrail_version: guardrail.ref('version'),
              })
            : undefined,
          // As a list of objects it would have to name every member; as a block it need not.
          memory_configuration:
            memory > 0
              ? block({ enabled_memory_types: ['SESSION_SUMMARY'], storage_days: memory })
              : undefined,
        },
      },
      ...parts,
      {
        key: 'alias',
        type: 'aws_bedrockagent_agent_alias',
        arguments: { agent_id: context.own('agent', 'id'), agent_alias_name: config.text('aliasName') },
        // An alias fixes the version of that moment, so everything else has to be there before.
        dependsOn: parts.map((part) => part.key),
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['bedrock.amazonaws.com'],
        statements: [
          {
            sid: 'CallModel',
            actions: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
            resources: [
              getFoundationModelArn(modelId),
              ...(isInferenceProfile(modelId) ? [getInvocationArn(modelId)] : []),
            ],
          },
        ],
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'agent',
  role: 'role',
  types: {
    cloudFormation: ['AWS::Bedrock::Agent', 'AWS::Bedrock::AgentAlias'],
    terraform: [
      'aws_bedrockagent_agent',
      'aws_bedrockagent_agent_alias',
      'aws_bedrockagent_agent_action_group',
      'aws_bedrockagent_agent_collaborator',
      'aws_bedrockagent_agent_knowledge_base_association',
    ],
  },
  build,
};
