import { divideStacks } from './cdk/divide-stacks.ts';
import { nameProject } from './cdk/print-project.ts';
import { maxInlineBytes, nameStack, templateFile } from './cloudformation/print-project.ts';
import type { IacGraph } from './ir/graph.ts';
import { joinWords, toPascalCase, toSnakeCase } from './ir/identifiers.ts';
import type { ExportedFile } from './ir/line-map.ts';
import { nameLogicalIds } from './ir/logical-ids.ts';
import { countBytes } from './ir/shorten.ts';
import type { ReadmeParts } from './readme.ts';
import { stackLimits } from './ir/stack-limits.ts';
import type { ExportTarget } from './targets.ts';

/** What the README of a project says of its tool. */
export function buildReadmeParts(
  graph: IacGraph,
  target: Exclude<ExportTarget, 'resources'>,
  files: readonly ExportedFile[],
): ReadmeParts {
  switch (target) {
    case 'cdk':
      return buildCdkReadme(graph);
    case 'terraform':
      return terraformReadme;
    case 'cloudformation':
      return buildTemplateReadme(graph, files.find(({ path }) => path === templateFile)?.text ?? '');
  }
}

const keptData = 'Resources that hold data are kept; delete them by hand when nobody needs the data.';

function buildCdkReadme(graph: IacGraph): ReadmeParts {
  const { stackName } = nameProject(graph.name);
  const parts = divideStacks(graph);
  const isDivided = parts.length > 0;
  const all = isDivided ? ' --all' : '';
  const names = parts.map((part) => part.stackName).join(', ');
  return {
    target: 'cloudformation',
    intro: isDivided
      ? `An AWS CDK application in TypeScript with ${parts.length} stacks (${names}), because one takes at most ${stackLimits.resources} resources. Each stack refers only to those before it. Which stack a thing is in depends on the whole design: once things are deployed, compare with \`npx cdk diff\` first, because a thing that moves to another stack is made anew. It needs Node.js 20 or newer.`
      : 'An AWS CDK application in TypeScript with one stack. It needs Node.js 20 or newer.',
    commands: [
      {
        heading: 'Deploy',
        text: 'Your AWS credentials decide the account. The first deployment to an account and Region needs `npx cdk bootstrap` once.',
        lines: ['npm install', 'npm test', 'npx cdk diff', `npx cdk deploy${all}`],
      },
      { heading: 'Destroy', text: keptData, lines: [`npx cdk destroy${all}`] },
    ],
    variableHint: isDivided
      ? 'Give each one to every stack that has it with `--parameters <stack>:<name>=<value>`; lists are separated by commas.'
      : `Give each one with \`--parameters ${stackName}:<name>=<value>\`; lists are separated by commas.`,
    nameVariable: nameParameter(graph),
  };
}

const terraformReadme: ReadmeParts = {
  target: 'terraform',
  intro:
    'A Terraform configuration for the AWS provider 6. It needs Terraform 1.7 or newer. State is kept locally until you add a backend.',
  commands: [
    {
      heading: 'Deploy',
      text: 'Your AWS credentials decide the account.',
      lines: ['terraform init', 'terraform plan', 'terraform apply'],
    },
    {
      heading: 'Destroy',
      text: 'Terraform stops at buckets that still hold objects; empty them first when nobody needs the data.',
      lines: ['terraform destroy'],
    },
  ],
  variableHint: 'Give them in `terraform.tfvars` or with `-var`.',
  nameVariable: ({ name }) => toSnakeCase(joinWords(name, '')),
};

function buildTemplateReadme(graph: IacGraph, template: string): ReadmeParts {
  const stackName = nameStack(graph.name);
  const isLarge = countBytes(template) > maxInlineBytes;
  return {
    target: 'cloudformation',
    intro: 'An AWS CloudFormation template for one stack. Deploying it needs the AWS CLI 2.',
    commands: [
      {
        heading: 'Deploy',
        text: `Your AWS credentials decide the account. CloudFormation puts the tags of the stack on every resource that takes tags.${
          isLarge ? ' The template is too large to be sent directly; name a bucket of yours to hold it.' : ''
        }`,
        lines: printCommand(
          'aws cloudformation deploy',
          `--template-file ${templateFile}`,
          `--stack-name ${stackName}`,
          `--region ${graph.region}`,
          '--capabilities CAPABILITY_IAM',
          ...(isLarge ? ['--s3-bucket <bucket>'] : []),
          ...printOverrides(graph),
          ...printTags(graph.tags),
        ),
      },
      {
        heading: 'Destroy',
        text: keptData,
        lines: [`aws cloudformation delete-stack --stack-name ${stackName} --region ${graph.region}`],
      },
    ],
    variableHint:
      'Give each one after `--parameter-overrides` as `<name>=<value>`; lists are separated by commas.',
    nameVariable: nameParameter(graph),
  };
}

/** A parameter is called as the template calls it, clashes included. */
function nameParameter(graph: IacGraph): ReadmeParts['nameVariable'] {
  const { parameters } = nameLogicalIds(graph);
  return ({ name }) => parameters.get(name) ?? toPascalCase(joinWords(name, ''));
}

/** A shell command with one option per line. */
function printCommand(command: string, ...options: readonly string[]): string[] {
  return [command, ...options].map((part, index, parts) => {
    const line = index === 0 ? part : `  ${part}`;
    return index === parts.length - 1 ? line : `${line} \\`;
  });
}

function printOverrides(graph: IacGraph): string[] {
  const name = nameParameter(graph);
  const required = graph.variables.filter((variable) => variable.default === undefined);
  if (required.length === 0) return [];
  return [`--parameter-overrides ${required.map((variable) => `${name(variable)}=<value>`).join(' ')}`];
}

/** Tags hold letters, digits, spaces and a few marks only, all of them plain inside quotes. */
function printTags(tags: Readonly<Record<string, string>>): string[] {
  const pairs = Object.entries(tags).map(([key, value]) => `'${key}=${value}'`);
  return pairs.length === 0 ? [] : [`--tags ${pairs.join(' ')}`];
}
