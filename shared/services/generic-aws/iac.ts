import { json } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { parseWritten, toArguments } from './written-json.ts';

const isCloudFormationType = (type: string): type is CloudFormationResource['type'] =>
  /^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/.test(type);

const isTerraformType = (type: string): type is TerraformResource['type'] => /^aws_[a-z0-9_]+$/.test(type);

function build(context: IacContext): IacContribution {
  const { config } = context;
  const type = config.text('resourceType').trim();
  if (type === '') {
    return {
      cloudFormation: [],
      terraform: [],
      manualSteps: [
        {
          target: 'both',
          title: `Create ${context.name}`,
          reason: 'The node says no resource type.',
          command: 'aws cloudcontrol create-resource --type-name <type> --desired-state <properties>',
        },
      ],
    };
  }
  if (!isCloudFormationType(type)) throw new Error(`"${type}" is no CloudFormation type.`);
  const properties = parseWritten(config.text('resourceProperties'), 'The properties');
  const terraformType = config.text('terraformType').trim();
  if (terraformType !== '' && !isTerraformType(terraformType)) {
    throw new Error(`"${terraformType}" is no Terraform type of the AWS provider.`);
  }
  return {
    cloudFormation: [{ key: 'resource', type, properties, plain: true }],
    terraform: [
      isTerraformType(terraformType)
        ? {
            key: 'resource',
            type: terraformType,
            arguments: toArguments(
              parseWritten(config.text('terraformArguments'), 'The Terraform arguments'),
            ),
          }
        : {
            key: 'resource',
            type: 'aws_cloudcontrolapi_resource',
            arguments: { type_name: type, desired_state: json(properties) },
          },
    ],
  };
}

export const iac: IacMapping = {
  // Nothing is known about the attributes of the resource, so nothing may refer to it.
  primary: '',
  role: '',
  types: { cloudFormation: [], terraform: [] },
  missing: {
    cloudFormation: 'The type is the one that the designer writes on the node.',
    terraform: 'The type is the one that the designer writes, else aws_cloudcontrolapi_resource.',
  },
  build,
};
