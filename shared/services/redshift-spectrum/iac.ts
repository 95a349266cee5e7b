import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';

const noType =
  'An external schema is SQL inside the warehouse; neither tool has a resource for it. The role it reads with is exported.';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const catalog = [...context.incoming, ...context.outgoing].find((edge) => edge.service === 'glue-catalog');
  const database = catalog ? `<database of ${catalog.node}>` : config.text('catalogDatabase');
  const schema = config.text('schemaName');
  return {
    cloudFormation: [],
    terraform: [],
    roles: [{ key: 'role', trusts: ['redshift.amazonaws.com'] }],
    manualSteps: [
      {
        target: 'both',
        title: `Attach the Spectrum role of ${context.physicalName(60)} to the warehouse`,
        reason: 'The list of roles belongs to the warehouse, which is a resource of its own.',
        command:
          'aws redshift modify-cluster-iam-roles --cluster-identifier <cluster> --add-iam-roles <role ARN>',
      },
      {
        target: 'both',
        title: `Create the external schema ${schema}`,
        reason: noType,
        command: `aws redshift-data execute-statement --cluster-identifier <cluster> --database <database> --secret-arn <secret ARN> --sql "CREATE EXTERNAL SCHEMA IF NOT EXISTS ${schema} FROM DATA CATALOG DATABASE '${database}' IAM_ROLE '<role ARN>'"`,
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'schema',
  role: 'role',
  types: { cloudFormation: [], terraform: [] },
  missing: { cloudFormation: noType, terraform: noType },
  build,
};
