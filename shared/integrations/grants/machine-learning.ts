import {
  accountArn,
  allow,
  any,
  noResourceLevel,
  own,
  passRole,
  type GrantResource,
  type GrantSet,
} from './grant-set.ts';

const sagemaker = (resource: string): GrantResource => accountArn('sagemaker', resource);
const models: readonly GrantResource[] = [own(), accountArn('bedrock', 'inference-profile/*')];
const anyFoundationModel: GrantResource = {
  of: 'template',
  template: 'arn:{partition}:bedrock:{region}::foundation-model/*',
};

/** Permission set of a SageMaker job that is started by name. */
const job = (id: string, owner: string, kind: string, prefix: string, rule: string): GrantSet => ({
  id,
  purpose: `Starts ${prefix.replace('-', ' ')}s and follows them.`,
  owners: [owner],
  statements: [
    allow(
      [`sagemaker:Create${kind}`, `sagemaker:Describe${kind}`, `sagemaker:Stop${kind}`, 'sagemaker:AddTags'],
      sagemaker(`${prefix}/*`),
    ),
    passRole('sagemaker.amazonaws.com'),
    allow(
      ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      accountArn('events', `rule/${rule}`),
    ),
  ],
});

/** Sets for SageMaker, Bedrock and Rekognition. */
export const machineLearningGrants: readonly GrantSet[] = [
  {
    id: 'SM-INV',
    purpose: 'Calls the endpoint.',
    owners: ['sm-endpoint'],
    statements: [allow(['sagemaker:InvokeEndpoint'], own())],
  },
  {
    id: 'SM-ASYNC',
    purpose: 'Queues requests at the asynchronous endpoint.',
    owners: ['sm-endpoint'],
    statements: [allow(['sagemaker:InvokeEndpointAsync'], own())],
  },
  job(
    'SM-TRN',
    'sm-training',
    'TrainingJob',
    'training-job',
    'StepFunctionsGetEventsForSageMakerTrainingJobsRule',
  ),
  job(
    'SM-TRF',
    'sm-transform',
    'TransformJob',
    'transform-job',
    'StepFunctionsGetEventsForSageMakerTransformJobsRule',
  ),
  job(
    'SM-PRC',
    'sm-processing',
    'ProcessingJob',
    'processing-job',
    'StepFunctionsGetEventsForSageMakerProcessingJobsRule',
  ),
  {
    id: 'SM-DEP',
    purpose: 'Creates models and endpoints and updates them.',
    owners: ['sm-endpoint'],
    statements: [
      allow(['sagemaker:CreateModel'], sagemaker('model/*')),
      allow(['sagemaker:CreateEndpointConfig'], sagemaker('endpoint-config/*')),
      allow(
        ['sagemaker:CreateEndpoint', 'sagemaker:UpdateEndpoint'],
        sagemaker('endpoint/*'),
        sagemaker('endpoint-config/*'),
      ),
      passRole('sagemaker.amazonaws.com'),
    ],
  },
  {
    id: 'SM-PIPE',
    purpose: 'Starts a SageMaker pipeline.',
    owners: ['sm-training'],
    statements: [allow(['sagemaker:StartPipelineExecution'], sagemaker('pipeline/*'))],
  },
  {
    id: 'RS-ML',
    purpose: 'Trains models from SQL (CREATE MODEL).',
    owners: ['sm-training'],
    statements: [
      allow(['sagemaker:CreateAutoMLJob'], sagemaker('automl-job/*')),
      allow(['sagemaker:CreateTrainingJob'], sagemaker('training-job/*')),
      passRole('sagemaker.amazonaws.com'),
    ],
  },
  {
    id: 'BR-INV',
    purpose: 'Calls the model.',
    owners: ['bedrock-model'],
    statements: [allow(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'], ...models)],
  },
  {
    id: 'BR-PT',
    purpose: 'Calls the model through its provisioned throughput.',
    owners: ['bedrock-model'],
    statements: [
      allow(
        ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
        accountArn('bedrock', 'provisioned-model/*'),
      ),
    ],
  },
  {
    id: 'BR-BAT',
    purpose: 'Runs batch inference jobs.',
    owners: ['bedrock-model'],
    statements: [
      allow(
        ['bedrock:CreateModelInvocationJob', 'bedrock:GetModelInvocationJob'],
        accountArn('bedrock', 'model-invocation-job/*'),
        anyFoundationModel,
      ),
      passRole('bedrock.amazonaws.com'),
    ],
  },
  {
    id: 'BR-RET',
    purpose: 'Retrieves from the knowledge base and answers with it.',
    owners: ['bedrock-kb'],
    statements: [
      allow(['bedrock:Retrieve'], own()),
      allow(['bedrock:RetrieveAndGenerate'], any(noResourceLevel)),
    ],
  },
  {
    id: 'BR-ING',
    purpose: 'Synchronizes the sources of the knowledge base.',
    owners: ['bedrock-kb'],
    statements: [allow(['bedrock:StartIngestionJob', 'bedrock:GetIngestionJob'], own())],
  },
  {
    id: 'BR-AGT',
    purpose: 'Calls the agent through its alias.',
    owners: ['bedrock-agent'],
    statements: [allow(['bedrock:InvokeAgent'], own('', 'alias'))],
  },
  {
    id: 'BR-GRD',
    purpose: 'Applies the guardrail.',
    owners: ['bedrock-guardrail'],
    statements: [allow(['bedrock:ApplyGuardrail'], own())],
  },
  {
    id: 'BR-CUS',
    purpose: 'Runs customization jobs.',
    owners: ['bedrock-custom'],
    statements: [
      allow(
        ['bedrock:CreateModelCustomizationJob'],
        anyFoundationModel,
        accountArn('bedrock', 'custom-model/*'),
      ),
      allow(['bedrock:GetModelCustomizationJob'], accountArn('bedrock', 'model-customization-job/*')),
      passRole('bedrock.amazonaws.com'),
    ],
  },
  {
    id: 'REK-V',
    purpose: 'Analyzes stored video.',
    owners: ['rekognition-video'],
    statements: [
      allow(['rekognition:StartFaceSearch'], accountArn('rekognition', 'collection/*')),
      allow(
        ['rekognition:GetFaceSearch', 'rekognition:StartLabelDetection', 'rekognition:GetLabelDetection'],
        any(noResourceLevel),
      ),
    ],
  },
];
