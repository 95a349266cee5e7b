import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { buildProducerRole } from '../producer-role.ts';
import { buildProducerFile } from './starter-code.ts';

function build(context: IacContext): IacContribution {
  const file = buildProducerFile(context);
  return { ...buildProducerRole(context), files: file ? [file] : [] };
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
