import type { PolicyStatement } from '../iac/ir/mapping.ts';
import { accountArn } from './account-arn.ts';

/** Lets a Glue role write to the log groups that Glue itself names, below `/aws-glue/<area>`. */
export function buildGlueLogStatement(area: 'crawlers' | 'jobs' | 'python-jobs'): PolicyStatement {
  return {
    sid: 'WriteGlueLogs',
    actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [accountArn('logs', `log-group:/aws-glue/${area}*`)],
  };
}
