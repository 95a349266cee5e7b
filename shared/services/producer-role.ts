import type {
  CloudFormationResource,
  IacContext,
  ManualStep,
  RoleSpec,
  TerraformResource,
} from '../iac/ir/mapping.ts';
import type { SelectProperty } from './property.ts';

/** Where the producing program runs, which decides how it gets its permissions. */
export const runsOn: SelectProperty = {
  name: 'runsOn',
  label: 'Runs on',
  type: 'select',
  default: 'EC2',
  options: [
    { value: 'EC2', label: 'EC2 instances', help: 'Exports a role with an instance profile.' },
    { value: 'ECS', label: 'ECS or Fargate tasks', help: 'Exports a task role.' },
    {
      value: 'OUTSIDE',
      label: 'Outside AWS',
      help: 'Exports nothing; use IAM Roles Anywhere or a federated login.',
    },
  ],
  help: 'Where the program runs. The export gives it a role with the permissions its edges need, never access keys.',
  group: 'Security',
  sources: ['N-059', 'N-234'],
};

const trusts: Readonly<Record<string, string>> = {
  EC2: 'ec2.amazonaws.com',
  ECS: 'ecs-tasks.amazonaws.com',
};

/** Role of a producing program and, on EC2, the profile that hands it to instances. */
export function buildProducerRole(context: IacContext): {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  roles: readonly RoleSpec[];
  manualSteps: readonly ManualStep[];
} {
  const place = context.config.text(runsOn.name);
  const principal = trusts[place];
  if (principal === undefined) {
    return {
      cloudFormation: [],
      terraform: [],
      roles: [],
      manualSteps: [
        {
          target: 'both',
          title: `Give ${context.name} temporary credentials`,
          reason:
            'The program runs outside AWS: IAM Roles Anywhere gives it short-lived credentials for a role with the permissions of its edges.',
          command:
            'aws rolesanywhere create-profile --name <name> --role-arns <role with the permissions> --enabled',
        },
      ],
    };
  }
  const roles: RoleSpec[] = [{ key: 'role', trusts: [principal] }];
  if (place !== 'EC2') return { cloudFormation: [], terraform: [], roles, manualSteps: [] };
  const role = context.own('role', 'name');
  return {
    cloudFormation: [
      { key: 'instance-profile', type: 'AWS::IAM::InstanceProfile', properties: { Roles: [role] } },
    ],
    terraform: [
      {
        key: 'instance-profile',
        type: 'aws_iam_instance_profile',
        arguments: { name_prefix: `${context.physicalName(36)}-`, role },
      },
    ],
    roles,
    manualSteps: [],
  };
}
