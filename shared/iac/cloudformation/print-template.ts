import { findCloudFormationAttribute } from '../ir/attributes.ts';
import { type Ref, ref } from '../ir/expression.ts';
import type { CloudFormationGraphItem, IacGraph, Section } from '../ir/graph.ts';
import { FileWriter } from '../ir/line-map.ts';
import { type LogicalIds, nameLogicalIds } from '../ir/logical-ids.ts';
import type { VariableSpec } from '../ir/mapping.ts';
import { shorten } from '../ir/shorten.ts';
import {
  buildObject,
  buildPolicy,
  buildValue,
  type TemplateReference,
  type TemplateScope,
} from './build-value.ts';
import { describeSection } from '../ir/sections.ts';
import { printComment } from './print-comment.ts';
import { callFunction, printMembers, type YamlObject, type YamlValue } from './yaml.ts';

/** CloudFormation takes at most this many bytes of description. */
const maxDescriptionBytes = 1024;

/** The template with everything the design deploys. */
export function printTemplate(graph: IacGraph): FileWriter {
  const ids = nameLogicalIds(graph);
  const scope = buildScope(graph, ids);
  const file = new FileWriter();
  const description = graph.description === '' ? graph.name : graph.description;
  const head = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: shorten(description, maxDescriptionBytes),
  };
  file.write(printMembers(head).join('\n'));
  if (graph.variables.length > 0) file.blank().write('Parameters:');
  graph.variables.forEach((variable, index) => {
    if (index > 0) file.blank();
    file.write(printEntry(ids.parameters.get(variable.name) ?? '', buildParameter(variable)));
  });
  file.blank().write('Resources:');
  let section: string | undefined;
  graph.cloudFormation.forEach((item, index) => {
    if (index > 0) file.blank();
    const heading = item.section === section ? [] : printHeading(graph.sections, item.section);
    section = item.section;
    const id = ids.items.get(item.id) ?? '';
    const entry = printEntry(id, buildResource(item, id, ids, scope));
    file.write([...heading.map((line) => `  ${line}`), entry].join('\n'), item.section);
  });
  if (graph.outputs.length > 0) file.blank().write('Outputs:');
  graph.outputs.forEach((output, index) => {
    const title = graph.sections.find(({ id }) => id === output.section)?.title ?? output.section;
    const entry = {
      Description: `${output.attribute === 'arn' ? 'ARN' : output.attribute} of ${title}.`,
      Value: buildValue(ref(output.resource, output.attribute), scope),
    };
    file.write(printEntry(ids.outputs[index] ?? '', entry), output.section);
  });
  return file;
}

function buildScope(graph: IacGraph, ids: LogicalIds): TemplateScope {
  const items = new Map(graph.cloudFormation.map((item) => [item.id, item]));
  const types = new Map(graph.variables.map(({ name, type }) => [name, type]));
  const files = new Map(graph.files.map(({ path, text }) => [path, text]));
  return {
    reference: (reference) => findReference(reference, items.get(reference.resource), ids),
    parameter: (name) => ({ id: ids.parameters.get(name) ?? '', type: types.get(name) ?? 'string' }),
    readFile: (path) => {
      const text = files.get(path);
      if (text === undefined) throw new Error(`The export has no file ${path}.`);
      return text;
    },
  };
}

function findReference(
  { resource, attribute }: Pick<Ref, 'resource' | 'attribute'>,
  item: CloudFormationGraphItem | undefined,
  ids: LogicalIds,
): TemplateReference {
  const id = item && ids.items.get(item.id);
  if (!item || id === undefined) throw new Error(`Nothing with the id ${resource} is exported.`);
  if (item.kind === 'role') {
    return attribute === 'arn' ? { kind: 'GetAtt', id, attribute: 'Arn' } : { kind: 'Ref', id };
  }
  const notation =
    item.kind === 'role-policy' ? undefined : findCloudFormationAttribute(item.type, attribute);
  if (notation === undefined) throw new Error(`${item.id} has no ${attribute}.`);
  if (notation === 'Ref') return { kind: 'Ref', id };
  if (notation.startsWith('GetAtt:')) return { kind: 'GetAtt', id, attribute: notation.slice(7) };
  return {
    kind: 'Sub',
    template: notation.replace(/\{(\w+)\}/g, (_, hole: string) => `\${${holes[hole] ?? id}}`),
  };
}

const holes: Readonly<Record<string, string>> = {
  region: 'AWS::Region',
  account: 'AWS::AccountId',
  partition: 'AWS::Partition',
};

/** An entry of a section of the template, one step in from the margin. */
function printEntry(id: string, entry: YamlObject): string {
  return printMembers({ [id]: entry })
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}

/** Heading of a node's resources. */
function printHeading(sections: readonly Section[], id: string): string[] {
  const section = sections.find((candidate) => candidate.id === id);
  return section ? describeSection(section).flatMap((text) => printComment(text)) : [];
}

function buildResource(
  item: CloudFormationGraphItem,
  id: string,
  ids: LogicalIds,
  scope: TemplateScope,
): YamlObject {
  const after = item.dependsOn.map((other) => ids.items.get(other) ?? '').sort();
  const dependsOn = after.length === 0 ? {} : { DependsOn: after.length === 1 ? (after[0] ?? '') : after };
  switch (item.kind) {
    case 'role': {
      const trust = item.trusts.length === 1 ? (item.trusts[0] ?? '') : item.trusts;
      const statement = { Effect: 'Allow', Principal: { Service: trust }, Action: 'sts:AssumeRole' };
      return {
        Type: 'AWS::IAM::Role',
        ...dependsOn,
        Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] } },
      };
    }
    case 'role-policy':
      return {
        Type: 'AWS::IAM::Policy',
        ...dependsOn,
        Properties: {
          PolicyName: id.slice(0, 128),
          Roles: [callFunction('Ref', ids.items.get(item.role) ?? '')],
          PolicyDocument: buildPolicy(item.statements, scope),
        },
      };
    default: {
      const properties = buildObject(item.properties, scope);
      return {
        Type: item.type,
        ...dependsOn,
        ...(item.retain && { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
        ...(Object.keys(properties).length > 0 && { Properties: properties }),
      };
    }
  }
}

const parameterTypes = {
  string: 'String',
  number: 'Number',
  bool: 'String',
  'list(string)': 'CommaDelimitedList',
} as const;

function buildParameter(variable: VariableSpec): YamlObject {
  return {
    Type: variable.cloudFormationType ?? parameterTypes[variable.type],
    Description: variable.description,
    ...(variable.default !== undefined && { Default: buildDefault(variable.default) }),
    ...(variable.type === 'bool' && { AllowedValues: ['true', 'false'] }),
    ...(variable.validation && {
      AllowedPattern: variable.validation.pattern,
      ConstraintDescription: variable.validation.message,
    }),
    ...(variable.sensitive && { NoEcho: true }),
  };
}

function buildDefault(value: NonNullable<VariableSpec['default']>): YamlValue {
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? value.join(',') : String(value);
}
