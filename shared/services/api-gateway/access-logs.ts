import { block, type Blocks, type Ref } from '../../iac/ir/expression.ts';
import type { IacContext, ManualStep } from '../../iac/ir/mapping.ts';

/** One line of JSON per request, with what tells who asked for what and what came of it. */
const printFormat = (path: string): string =>
  JSON.stringify({
    requestId: '$context.requestId',
    ip: '$context.identity.sourceIp',
    requestTime: '$context.requestTime',
    httpMethod: '$context.httpMethod',
    path,
    status: '$context.status',
    responseLength: '$context.responseLength',
  });

interface AccessLogs {
  cloudFormation: { DestinationArn: Ref; Format: string };
  terraform: Blocks;
}

/** Settings of a stage that writes its requests to the connected log group; absent when none is drawn. */
export function findAccessLogs(context: IacContext): AccessLogs | undefined {
  const group = context.outgoing.find((edge) => edge.service === 'cw-logs')?.ref('arn');
  if (group === undefined) return undefined;
  const isRest = context.config.text('apiType') === 'REST';
  const format = printFormat(isRest ? '$context.resourcePath' : '$context.routeKey');
  return {
    cloudFormation: { DestinationArn: group, Format: format },
    terraform: block({ destination_arn: group, format }),
  };
}

/** The role with which REST APIs write logs is one for the account and Region, so that no export may own it. */
export function getLogSteps(context: IacContext): readonly ManualStep[] {
  if (context.config.text('apiType') !== 'REST' || !findAccessLogs(context)) return [];
  return [
    {
      target: 'both',
      title: 'Before the deployment: let REST APIs write logs',
      reason:
        'All REST APIs of an account and Region write logs with one role, which is set once; without it the stage is refused. The role trusts apigateway.amazonaws.com and has the managed policy AmazonAPIGatewayPushToCloudWatchLogs.',
      command:
        'aws apigateway update-account --patch-operations op=replace,path=/cloudwatchRoleArn,value=<ARN of the role>',
    },
  ];
}
