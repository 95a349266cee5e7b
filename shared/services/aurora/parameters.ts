import type { IacContext } from '../../iac/ir/mapping.ts';
import type { Expression } from '../../iac/ir/expression.ts';

const captureReaders = new Set(['dms', 'redshift']);
const roleUsers: Readonly<Record<string, { postgres: string; mysql: string }>> = {
  s3: { postgres: 's3Import', mysql: 'aws_default_s3_role' },
  lambda: { postgres: 'Lambda', mysql: 'aws_default_lambda_role' },
  'sm-endpoint': { postgres: 'SageMaker', mysql: 'aws_default_sagemaker_role' },
  'bedrock-model': { postgres: 'Bedrock', mysql: 'aws_default_bedrock_role' },
};

function wantsCapture(context: IacContext): boolean {
  const choice = context.config.text('changeCapture');
  if (choice !== 'AUTO') return choice === 'ON';
  return context.outgoing.some((edge) => captureReaders.has(edge.service));
}

/** Whether a neighbour is reached with the cluster's role. */
export function usesRole(context: IacContext): boolean {
  return [...context.incoming, ...context.outgoing].some((edge) => edge.service in roleUsers);
}

/** Features under which PostgreSQL uses the role: one association each. */
export function getRoleFeatures(context: IacContext): readonly string[] {
  if (context.config.text('engine') !== 'aurora-postgresql') return [];
  const features = [
    ...context.incoming.filter((edge) => edge.service === 's3').map(() => 's3Import'),
    ...context.outgoing.map((edge) =>
      edge.service === 's3' ? 's3Export' : roleUsers[edge.service]?.postgres,
    ),
  ];
  return [...new Set(features.filter((feature): feature is string => feature !== undefined))];
}

/** Cluster parameters that the edges need; empty when the default group will do. */
export function getClusterParameters(context: IacContext): Readonly<Record<string, Expression>> {
  const mysql = context.config.text('engine') === 'aurora-mysql';
  const parameters: Record<string, Expression> = {};
  if (wantsCapture(context)) {
    if (mysql) parameters.binlog_format = 'ROW';
    else parameters['rds.logical_replication'] = '1';
  }
  if (mysql) {
    for (const edge of [...context.incoming, ...context.outgoing]) {
      const name = roleUsers[edge.service]?.mysql;
      if (name !== undefined) parameters[name] = context.own('role', 'arn');
    }
  }
  return parameters;
}
