import { pseudo, text } from '../iac/ir/expression.ts';
import type { PolicyStatement } from '../iac/ir/mapping.ts';

/** Lets a Glue role write to the log groups that Glue itself names, below `/aws-glue/<area>`. */
export function buildGlueLogStatement(area: 'crawlers' | 'jobs' | 'python-jobs'): PolicyStatement {
  return {
    sid: 'WriteGlueLogs',
    actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [
      text(
        'arn:',
        pseudo('partition'),
        ':logs:',
        pseudo('region'),
        ':',
        pseudo('account'),
        `:log-group:/aws-glue/${area}*`,
      ),
    ],
  };
}
