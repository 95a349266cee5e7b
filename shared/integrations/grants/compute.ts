import { accountArn, allow, any, noResourceLevel, own, passRole, type GrantSet } from './grant-set.ts';

/** Lets Step Functions follow a job that it started with `.sync`. */
const followBy = (rule: string) =>
  allow(['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], accountArn('events', `rule/${rule}`));

/** Sets for functions, jobs, workflows and logs. */
export const computeGrants: readonly GrantSet[] = [
  {
    id: 'LMB',
    purpose: 'Invokes the function.',
    owners: ['lambda'],
    statements: [allow(['lambda:InvokeFunction'], own(), own(':*'))],
  },
  {
    id: 'LMB-FH',
    purpose: 'Invokes the transformation function of a delivery stream.',
    owners: ['lambda'],
    statements: [allow(['lambda:InvokeFunction', 'lambda:GetFunctionConfiguration'], own(':*'))],
  },
  {
    id: 'SFN-S',
    purpose: 'Starts an execution.',
    owners: ['step-functions'],
    statements: [allow(['states:StartExecution'], own())],
  },
  {
    id: 'SFN-NEST',
    purpose: 'Starts an execution and waits for it.',
    owners: ['step-functions'],
    statements: [
      allow(['states:StartExecution'], own()),
      allow(['states:DescribeExecution', 'states:StopExecution'], accountArn('states', 'execution:{name}:*')),
      followBy('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
    ],
  },
  {
    id: 'SFN-HTTP',
    purpose: 'Calls an HTTPS endpoint from a state through an EventBridge connection.',
    owners: ['third-party-http'],
    statements: [
      allow(['states:InvokeHTTPEndpoint'], any(noResourceLevel)),
      allow(['events:RetrieveConnectionCredentials'], accountArn('events', 'connection/{name}/*')),
    ],
  },
  {
    id: 'BAT-S',
    purpose: 'Submits jobs of the definition to the queue.',
    owners: ['batch'],
    statements: [allow(['batch:SubmitJob'], own('', 'queue'), own('', 'definition'))],
  },
  {
    id: 'BAT-SYNC',
    purpose: 'Submits jobs and waits for them.',
    owners: ['batch'],
    statements: [
      allow(['batch:SubmitJob'], own('', 'queue'), own('', 'definition')),
      allow(['batch:DescribeJobs'], any(noResourceLevel)),
      allow(['batch:TerminateJob'], accountArn('batch', 'job/*')),
      followBy('StepFunctionsGetEventsForBatchJobsRule'),
    ],
  },
  {
    id: 'ECS-RUN',
    purpose: 'Runs tasks of the definition.',
    owners: ['ecs-fargate'],
    statements: [
      allow(['ecs:RunTask'], own('', 'task-definition')),
      allow(['ecs:StopTask', 'ecs:DescribeTasks'], accountArn('ecs', 'task/*')),
      passRole('ecs-tasks.amazonaws.com'),
    ],
  },
  {
    id: 'GLUE-JOB',
    purpose: 'Runs the job and follows it.',
    owners: ['glue-etl', 'glue-streaming'],
    statements: [
      allow(['glue:StartJobRun', 'glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'], own()),
    ],
  },
  {
    id: 'GLUE-CRW',
    purpose: 'Starts the crawler and follows it.',
    owners: ['glue-crawler'],
    statements: [allow(['glue:StartCrawler', 'glue:GetCrawler'], own())],
  },
  {
    id: 'DBR-RUN',
    purpose: 'Runs the DataBrew job and follows it.',
    owners: ['databrew'],
    statements: [allow(['databrew:StartJobRun', 'databrew:ListJobRuns', 'databrew:StopJobRun'], own())],
  },
  {
    id: 'EMR-ST',
    purpose: 'Adds steps to the cluster and follows them.',
    owners: ['emr'],
    statements: [
      allow(
        ['elasticmapreduce:AddJobFlowSteps', 'elasticmapreduce:DescribeStep', 'elasticmapreduce:CancelSteps'],
        own(),
      ),
    ],
  },
  {
    id: 'DP-EC2',
    purpose: 'Starts and ends the instances a Data Pipeline works on.',
    owners: [],
    statements: [
      allow(['ec2:RunInstances', 'ec2:TerminateInstances'], accountArn('ec2', '*/*'), {
        of: 'template',
        template: 'arn:{partition}:ec2:{region}::image/*',
      }),
      allow(['ec2:DescribeInstances'], any(noResourceLevel)),
      {
        actions: ['iam:PassRole'],
        resources: [
          { of: 'template', template: 'arn:{partition}:iam::{account}:role/DataPipelineDefaultResourceRole' },
        ],
        passedTo: 'ec2.amazonaws.com',
      },
    ],
  },
  {
    id: 'DP-ACT',
    purpose: 'Activates the pipeline.',
    owners: ['data-pipeline'],
    statements: [allow(['datapipeline:ActivatePipeline'], own())],
  },
  {
    id: 'CWL-W',
    purpose: 'Writes to the log group.',
    owners: ['cw-logs'],
    statements: [allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], own(':*'))],
  },
  {
    id: 'CWL-Q',
    purpose: 'Runs Logs Insights queries on the log group.',
    owners: ['cw-logs'],
    statements: [allow(['logs:StartQuery', 'logs:GetQueryResults'], own(':*'))],
  },
  {
    id: 'CWM-W',
    purpose: 'Publishes metrics.',
    owners: [],
    statements: [
      allow(
        ['cloudwatch:PutMetricData'],
        any('Metrics of a namespace are no resource; only a condition narrows it.'),
      ),
    ],
  },
];
