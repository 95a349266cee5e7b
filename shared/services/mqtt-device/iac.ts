import { json, pseudo, text, verbatim } from '../../iac/ir/expression.ts';
import type { Expression } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';

const thingName = '${iot:Connection.Thing.ThingName}';

function arn(...rest: string[]): Expression {
  return text(
    'arn:',
    pseudo('partition'),
    ':iot:',
    pseudo('region'),
    ':',
    pseudo('account'),
    `:${rest.join('')}`,
  );
}

/** A device may connect as itself and publish and listen below its own topics only. */
function getPolicy(context: IacContext): Expression {
  const topics = `${context.config.text('topicPrefix')}/${thingName}/*`;
  const receives = context.incoming.some((edge) => edge.service === 'iot-core');
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['iot:Connect'], Resource: [arn(`client/${thingName}`)] },
      { Effect: 'Allow', Action: ['iot:Publish'], Resource: [arn(`topic/${topics}`)] },
      ...(receives
        ? [
            { Effect: 'Allow', Action: ['iot:Subscribe'], Resource: [arn(`topicfilter/${topics}`)] },
            { Effect: 'Allow', Action: ['iot:Receive'], Resource: [arn(`topic/${topics}`)] },
          ]
        : []),
    ],
  };
}

function build(context: IacContext): IacContribution {
  const name = context.physicalName(128);
  const policy = getPolicy(context);
  const many = context.config.number('devices') > 1;
  return {
    cloudFormation: [
      {
        key: 'policy',
        type: 'AWS::IoT::Policy',
        properties: { PolicyName: name, PolicyDocument: verbatim(policy) },
      },
      { key: 'thing', type: 'AWS::IoT::Thing', properties: { ThingName: `${name.slice(0, 120)}-1` } },
    ],
    terraform: [
      { key: 'policy', type: 'aws_iot_policy', arguments: { name, policy: json(policy) } },
      { key: 'thing', type: 'aws_iot_thing', arguments: { name: `${name.slice(0, 120)}-1` } },
    ],
    manualSteps: [
      {
        target: 'both',
        title: 'Make the certificate of a device',
        reason: 'Private keys belong on the device and not in a template or a state file.',
        command: `aws iot create-keys-and-certificate --set-as-active --certificate-pem-outfile device.crt --private-key-outfile device.key && aws iot attach-policy --policy-name ${name} --target <certificate arn>`,
      },
      ...(many
        ? [
            {
              target: 'both' as const,
              title: 'Register the other devices',
              reason: 'The export makes one thing; fleets are registered with a provisioning template.',
              command:
                'aws iot start-thing-registration-task --template-body file://template.json --input-file-bucket <bucket> --input-file-key <list> --role-arn <role>',
            },
          ]
        : []),
    ],
  };
}

export const iac: IacMapping = {
  primary: 'thing',
  role: '',
  types: {
    cloudFormation: ['AWS::IoT::Policy', 'AWS::IoT::Thing'],
    terraform: ['aws_iot_policy', 'aws_iot_thing'],
  },
  build,
};
