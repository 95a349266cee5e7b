import { block } from '../../iac/ir/expression.ts';
import type { CloudFormationResource, IacContext, TerraformResource } from '../../iac/ir/mapping.ts';

/** Glue triggers that start the job: its own schedule, and each crawler drawn in front of it. */
export function buildTriggers(context: IacContext): {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
} {
  const job = context.own('job', 'name');
  const name = context.physicalName(200);
  const schedule = context.config.text('schedule');
  const crawlers = context.incoming.filter((edge) => edge.service === 'glue-crawler');
  const cloudFormation: CloudFormationResource[] = [];
  const terraform: TerraformResource[] = [];
  if (schedule !== '') {
    cloudFormation.push({
      key: 'schedule',
      type: 'AWS::Glue::Trigger',
      properties: {
        Name: `${name}-schedule`,
        Type: 'SCHEDULED',
        Schedule: schedule,
        StartOnCreation: true,
        Actions: [{ JobName: job }],
      },
    });
    terraform.push({
      key: 'schedule',
      type: 'aws_glue_trigger',
      arguments: {
        name: `${name}-schedule`,
        type: 'SCHEDULED',
        schedule,
        start_on_creation: true,
        actions: block({ job_name: job }),
      },
    });
  }
  crawlers.forEach((edge, index) => {
    const key = index === 0 ? 'after-crawler' : `after-crawler-${index + 1}`;
    cloudFormation.push({
      key,
      type: 'AWS::Glue::Trigger',
      properties: {
        Name: `${name}-${key}`,
        Type: 'CONDITIONAL',
        StartOnCreation: true,
        Actions: [{ JobName: job }],
        Predicate: {
          Conditions: [{ CrawlerName: edge.ref('name'), CrawlState: 'SUCCEEDED', LogicalOperator: 'EQUALS' }],
        },
      },
    });
    terraform.push({
      key,
      type: 'aws_glue_trigger',
      arguments: {
        name: `${name}-${key}`,
        type: 'CONDITIONAL',
        start_on_creation: true,
        actions: block({ job_name: job }),
        predicate: block({
          conditions: block({
            crawler_name: edge.ref('name'),
            crawl_state: 'SUCCEEDED',
            logical_operator: 'EQUALS',
          }),
        }),
      },
    });
  });
  return { cloudFormation, terraform };
}
