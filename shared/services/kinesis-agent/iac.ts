import type { IacContext, IacContribution, IacMapping, StarterFile } from '../../iac/ir/mapping.ts';
import { buildProducerRole } from '../producer-role.ts';

/** agent.json with one flow for each stream; the deployed names go where the brackets are. */
function buildSettings(context: IacContext): StarterFile {
  const { config, settings } = context;
  const flows = context.outgoing
    .filter((edge) => edge.service === 'kds' || edge.service === 'firehose')
    .map((edge) => ({
      filePattern: config.text('filePattern'),
      ...(edge.service === 'kds'
        ? { kinesisStream: '<stream name>', partitionKeyOption: config.text('partitionKeyOption') }
        : { deliveryStream: '<delivery stream name>' }),
      initialPosition: config.text('initialPosition'),
      maxBufferAgeMillis: config.number('maxBufferAgeMs'),
    }));
  const text = JSON.stringify(
    {
      'cloudwatch.emitMetrics': true,
      'kinesis.endpoint': `https://kinesis.${settings.region}.amazonaws.com`,
      'firehose.endpoint': `https://firehose.${settings.region}.amazonaws.com`,
      flows,
    },
    null,
    2,
  );
  return { path: `producers/${context.physicalName(40)}/agent.json`, text: `${text}\n` };
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
