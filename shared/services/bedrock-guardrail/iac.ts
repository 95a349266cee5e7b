import { block, blocks } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';

const harmful = ['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT'];

interface Filter {
  type: string;
  input: string;
  output: string;
}

function getFilters(context: IacContext): readonly Filter[] {
  const strength = context.config.text('filterStrength');
  const attacks = context.config.text('promptAttackStrength');
  return [
    ...(strength === 'NONE' ? [] : harmful.map((type) => ({ type, input: strength, output: strength }))),
    // Attacks come in prompts only; Bedrock wants the output side switched off.
    ...(attacks === 'NONE' ? [] : [{ type: 'PROMPT_ATTACK', input: attacks, output: 'NONE' }]),
  ];
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(50);
  const description = config.text('description') || undefined;
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const filters = getFilters(context);
  const words = config.list('words');
  const profanity = config.flag('blockProfanity');
  const topics = config.rows('topics').map((row) => ({
    name: row.text('name'),
    definition: row.text('definition'),
    examples: row.text('example') === '' ? undefined : [row.text('example')],
  }));
  const personal = config.list('piiTypes');
  const action = config.text('piiAction');
  const threshold = config.number('groundingThreshold');
  const wordPolicy = words.length > 0 || profanity;
  return {
    cloudFormation: [
      {
        key: 'guardrail',
        type: 'AWS::Bedrock::Guardrail',
        properties: {
          Name: name,
          Description: description,
          KmsKeyArn: key,
          BlockedInputMessaging: config.text('blockedInputMessaging'),
          BlockedOutputsMessaging: config.text('blockedOutputsMessaging'),
          ContentPolicyConfig:
            filters.length > 0
              ? {
                  FiltersConfig: filters.map((filter) => ({
                    Type: filter.type,
                    InputStrength: filter.input,
                    OutputStrength: filter.output,
                  })),
                }
              : undefined,
          TopicPolicyConfig:
            topics.length > 0
              ? {
                  TopicsConfig: topics.map((topic) => ({
                    Name: topic.name,
                    Definition: topic.definition,
                    Examples: topic.examples,
                    Type: 'DENY',
                  })),
                }
              : undefined,
          WordPolicyConfig: wordPolicy
            ? {
                WordsConfig: words.length > 0 ? words.map((word) => ({ Text: word })) : undefined,
                ManagedWordListsConfig: profanity ? [{ Type: 'PROFANITY' }] : undefined,
              }
            : undefined,
          SensitiveInformationPolicyConfig:
            personal.length > 0
              ? { PiiEntitiesConfig: personal.map((type) => ({ Type: type, Action: action })) }
              : undefined,
          ContextualGroundingPolicyConfig:
            threshold > 0 ? { FiltersConfig: [{ Type: 'GROUNDING', Threshold: threshold }] } : undefined,
        },
      },
      {
        key: 'version',
        type: 'AWS::Bedrock::GuardrailVersion',
        properties: { GuardrailIdentifier: context.own('guardrail', 'id') },
      },
    ],
    terraform: [
      {
        key: 'guardrail',
        type: 'aws_bedrock_guardrail',
        arguments: {
          name,
          description,
          kms_key_arn: key,
          blocked_input_messaging: config.text('blockedInputMessaging'),
          blocked_outputs_messaging: config.text('blockedOutputsMessaging'),
          content_policy_config:
            filters.length > 0
              ? block({
                  filters_config: blocks(
                    filters.map((filter) => ({
                      type: filter.type,
                      input_strength: filter.input,
                      output_strength: filter.output,
                    })),
                  ),
                })
              : undefined,
          topic_policy_config:
            topics.length > 0
              ? block({ topics_config: blocks(topics.map((topic) => ({ ...topic, type: 'DENY' }))) })
              : undefined,
          word_policy_config: wordPolicy
            ? block({
                words_config: words.length > 0 ? blocks(words.map((word) => ({ text: word }))) : undefined,
                managed_word_lists_config: profanity ? block({ type: 'PROFANITY' }) : undefined,
              })
            : undefined,
          sensitive_information_policy_config:
            personal.length > 0
              ? block({ pii_entities_config: blocks(personal.map((type) => ({ type, action }))) })
              : undefined,
          contextual_grounding_policy_config:
            threshold > 0 ? block({ filters_config: block({ type: 'GROUNDING', threshold }) }) : undefined,
        },
      },
      {
        key: 'version',
        type: 'aws_bedrock_guardrail_version',
        arguments: { guardrail_arn: context.own('guardrail', 'arn') },
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'guardrail',
  role: '',
  types: {
    cloudFormation: ['AWS::Bedrock::Guardrail', 'AWS::Bedrock::GuardrailVersion'],
    terraform: ['aws_bedrock_guardrail', 'aws_bedrock_guardrail_version'],
  },
  build,
};
