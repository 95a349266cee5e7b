import type { IacContext, IacContribution, IacMapping, StarterFile } from '../../iac/ir/mapping.ts';
import { buildProducerRole } from '../producer-role.ts';

/** Settings file that the library reads. */
function buildSettings(context: IacContext): StarterFile {
  const { config, settings } = context;
  return {
    path: `producers/${context.physicalName(40)}/kpl.properties`,
    text: [
      `Region = ${settings.region}`,
      `AggregationEnabled = ${config.flag('aggregationEnabled')}`,
      `RecordMaxBufferedTime = ${config.number('recordMaxBufferedTimeMs')}`,
      'CollectionMaxCount = 500',
      'RateLimit = 100',
      '',
    ].join('\n'),
  };
}

function build(context: IacContext): IacContribution {
  return { ...buildProducerRole(context), files: [buildSettings(context)] };
}

export const iac: IacMapping = {
  primary: '',
  role: 'role',
  types: {
    cloudFormation: ['AWS::IAM::InstanceProfile'],
    terraform: ['aws_iam_instance_profile'],
  },
  build,
};
