import type { Ref } from '../ir/expression.ts';
import { findCloudFormationAttribute } from '../ir/attributes.ts';
import type { CloudFormationGraphItem, IacGraph } from '../ir/graph.ts';
import type { VariableSpec } from '../ir/mapping.ts';
import { collectItemReferences } from '../ir/item-references.ts';
import { FileWriter } from '../ir/line-map.ts';
import { describeSection } from '../ir/sections.ts';
import { cdkTypes } from './cdk-types.ts';
import { arrayCode, callCode, type Code, type CodeItem, printCode } from './layout.ts';
import { printComment, printKey, printString } from './literal.ts';
import { type CdkNames, getModuleAlias, nameItems } from './name-items.ts';
import { buildProperties, buildStatements, buildValue, type ExpressionScope } from './print-expression.ts';

const indent = 4;
const margin = ' '.repeat(indent);

const object = (items: readonly CodeItem[], keepOpen = true): Code => ({
  open: '{',
  close: '}',
  items,
  keepOpen,
});

/** What a stack of several needs to know of the others. */
export interface StackNeighbours {
  /** The whole design: names are the same in whichever stack a thing is. */
  whole: IacGraph;
  /** Ids of items that later stacks refer to. */
  shared: ReadonlySet<string>;
  /** The earlier stack of each item that this one refers to. */
  foreign: ReadonlyMap<string, { className: string; fileName: string; variable: string }>;
}

/** The stack's class with everything that it deploys. */
export function printStack(graph: IacGraph, className: string, neighbours?: StackNeighbours): FileWriter {
  const names = nameItems(neighbours?.whole ?? graph);
  const printer = new StackPrinter(graph, names, neighbours);
  const body = printer.printBody();
  const fields = printer.printSharedFields();
  const used = new Map([...(neighbours?.foreign.values() ?? [])].map((other) => [other.variable, other]));
  const others = [...used.values()].sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const props = others.length === 0 ? 'cdk.StackProps' : `${className}Props`;
  const file = new FileWriter();
  if (printer.usesFiles) {
    file.write('import { readFileSync } from "node:fs";').write('import { join } from "node:path";');
  }
  file.write('import * as cdk from "aws-cdk-lib";');
  for (const module of [...printer.modules].sort()) {
    file.write(`import * as ${getModuleAlias(module)} from ${printString(`aws-cdk-lib/${module}`)};`);
  }
  file.write('import { Construct } from "constructs";');
  for (const other of others) file.write(`import type { ${other.className} } from "./${other.fileName}";`);
  file.blank();
  if (others.length > 0) {
    file.write(`export interface ${props} extends cdk.StackProps {`);
    for (const other of others) file.write(`  readonly ${other.variable}: ${other.className};`);
    file.write('}').blank();
  }
  const purpose = graph.description === '' ? graph.name : `${graph.name}: ${graph.description}`;
  for (const line of printComment(purpose)) file.write(line);
  file.write(`export class ${className} extends cdk.Stack {`);
  for (const line of fields) file.write(line);
  file.write(
    `  constructor(scope: Construct, id: string, props${others.length === 0 ? '?' : ''}: ${props}) {`,
  );
  file.write('    super(scope, id, props);');
  for (const part of body) {
    if (part.gap) file.blank();
    file.write(part.text, part.node);
  }
  return file.write('  }').write('}');
}

interface Part {
  text: string;
  node?: string;
  /** Preceded by an empty line. */
  gap: boolean;
}

class StackPrinter {
  readonly modules = new Set<string>();
  usesFiles = false;
  readonly #graph: IacGraph;
  readonly #names: CdkNames;
  readonly #items: ReadonlyMap<string, CloudFormationGraphItem>;
  readonly #scope: ExpressionScope;
  readonly #neighbours: StackNeighbours | undefined;

  constructor(graph: IacGraph, names: CdkNames, neighbours?: StackNeighbours) {
    this.#graph = graph;
    this.#names = names;
    this.#neighbours = neighbours;
    const all = neighbours?.whole ?? graph;
    this.#items = new Map(all.cloudFormation.map((item) => [item.id, item]));
    const types = new Map(graph.variables.map((variable) => [variable.name, variable.type]));
    this.#scope = {
      reference: (reference) => this.#printReference(reference),
      variable: (name) => {
        const { variable } = this.#parameter(name);
        return `${variable}.${parameterValues[types.get(name) ?? 'string']}`;
      },
      isList: (name) => types.get(name) === 'list(string)',
      useFiles: () => {
        this.usesFiles = true;
      },
      useIam: () => {
        this.modules.add('aws-iam');
      },
    };
  }

  printBody(): Part[] {
    const parts: Part[] = [];
    for (const variable of this.#graph.variables)
      parts.push({ text: this.#printParameter(variable), gap: true });
    const used = this.#collectUsed();
    let section: string | undefined;
    for (const item of this.#graph.cloudFormation) {
      const starts = item.section !== section;
      section = item.section;
      const heading = starts ? this.#printHeading(section) : [];
      const text = [...heading, this.#printItem(item, used.has(item.id))].join('\n');
      parts.push({ text, node: item.section, gap: true });
    }
    const outputs = (this.#neighbours?.whole ?? this.#graph).outputs;
    this.#graph.outputs.forEach((output, index) => {
      const value = this.#printReference({ ...output, attribute: output.attribute });
      const id = printString(this.#names.outputs[outputs.indexOf(output)] ?? '');
      const code = openCall('new cdk.CfnOutput', id, object([{ label: 'value: ', value }], false));
      parts.push({
        text: `${margin}${printCode(code, indent, indent)};`,
        node: output.section,
        gap: index === 0,
      });
    });
    const shared = this.#getShared();
    if (shared.length > 0) {
      const members = shared.map(({ id }) => ({ label: '', value: this.#variable(id) }));
      const code = printCode(object(members, false), indent, indent + 'this.shared = '.length);
      parts.push({ text: `${margin}this.shared = ${code};`, gap: true });
    }
    Object.entries(this.#graph.tags).forEach(([key, value], index) => {
      parts.push({
        text: `${margin}cdk.Tags.of(this).add(${printString(key)}, ${printString(value)});`,
        gap: index === 0,
      });
    });
    return parts;
  }

  /** Declaration of what later stacks refer to. */
  printSharedFields(): string[] {
    const shared = this.#getShared();
    if (shared.length === 0) return [];
    return [
      '  /** What the other stacks refer to. */',
      '  readonly shared: {',
      ...shared.map((item) => `    readonly ${this.#variable(item.id)}: ${this.#printType(item)};`),
      '  };',
      '',
    ];
  }

  #getShared(): CloudFormationGraphItem[] {
    return this.#graph.cloudFormation.filter(({ id }) => this.#neighbours?.shared.has(id));
  }

  #printType(item: CloudFormationGraphItem): string {
    if (item.kind === 'role') return 'iam.Role';
    if (item.kind === 'role-policy') return 'iam.Policy';
    const type = cdkTypes[item.type];
    return item.plain === true || !type
      ? 'cdk.CfnResource'
      : `${getModuleAlias(type.module)}.${type.construct}`;
  }

  /** Items that other items or outputs name, or that need a statement of their own. */
  #collectUsed(): Set<string> {
    const used = new Set([
      ...this.#graph.outputs.map((output) => output.resource),
      ...(this.#neighbours?.shared ?? []),
    ]);
    for (const item of this.#graph.cloudFormation) {
      for (const id of collectItemReferences(item)) used.add(id);
      if (item.dependsOn.length > 0 || (item.kind === 'resource' && item.retain)) used.add(item.id);
    }
    return used;
  }

  #printHeading(id: string): string[] {
    const section = this.#graph.sections.find((candidate) => candidate.id === id);
    return section
      ? describeSection(section)
          .flatMap((text) => printComment(text))
          .map((line) => margin + line)
      : [];
  }

  #printItem(item: CloudFormationGraphItem, named: boolean): string {
    const code = this.#buildItem(item);
    const variable = this.#names.variables.get(item.id) ?? '';
    const declared = named ? `const ${variable} = ` : '';
    const lines = [`${margin}${declared}${printCode(code, indent, indent + declared.length)};`];
    if (item.kind === 'resource' && item.retain) {
      lines.push(`${margin}${variable}.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);`);
    }
    if (item.dependsOn.length > 0) {
      const targets = item.dependsOn.map((id) => this.#variable(id));
      const call = callCode(`${variable}.node.addDependency`, ...targets);
      lines.push(`${margin}${printCode(call, indent, indent)};`);
    }
    return lines.join('\n');
  }

  #buildItem(item: CloudFormationGraphItem): Code {
    const constructId = printString(this.#names.constructIds.get(item.id) ?? '');
    if (item.kind === 'resource' && item.plain === true) {
      const items: CodeItem[] = [
        { label: 'type: ', value: printString(item.type) },
        { label: 'properties: ', value: buildValue(item.properties, this.#scope) },
      ];
      return openCall('new cdk.CfnResource', constructId, object(items));
    }
    if (item.kind === 'resource') {
      const type = cdkTypes[item.type];
      if (!type) throw new Error(`${item.type} is not in the table of CDK types.`);
      this.modules.add(type.module);
      const properties = buildProperties(item.properties, type.keep ?? [], this.#scope);
      const callee = `new ${getModuleAlias(type.module)}.${type.construct}`;
      return openCall(
        callee,
        constructId,
        typeof properties === 'string' ? properties : { ...properties, keepOpen: true },
      );
    }
    this.modules.add('aws-iam');
    if (item.kind === 'role') {
      const principals = item.trusts.map((trust) => `new iam.ServicePrincipal(${printString(trust)})`);
      const assumedBy =
        principals.length === 1
          ? (principals[0] ?? '')
          : callCode('new iam.CompositePrincipal', ...principals);
      return openCall('new iam.Role', constructId, object([{ label: 'assumedBy: ', value: assumedBy }]));
    }
    return openCall(
      'new iam.Policy',
      constructId,
      object([
        { label: 'roles: ', value: arrayCode([this.#variable(item.role)]) },
        { label: 'statements: ', value: buildStatements(item.statements, this.#scope) },
      ]),
    );
  }

  #printReference(reference: Ref | { resource: string; attribute: string }): string {
    const item = this.#items.get(reference.resource);
    if (!item) throw new Error(`Nothing with the id ${reference.resource} is exported.`);
    const variable = this.#variable(item.id);
    if (item.kind === 'role') return `${variable}.${reference.attribute === 'arn' ? 'roleArn' : 'roleName'}`;
    if (item.kind === 'role-policy') throw new Error(`A policy has no ${reference.attribute}.`);
    const notation = findCloudFormationAttribute(item.type, reference.attribute);
    if (notation === undefined) throw new Error(`${item.type} has no ${reference.attribute}.`);
    if (notation === 'Ref') return `${variable}.ref`;
    if (notation.startsWith('GetAtt:')) {
      const attribute = notation.slice('GetAtt:'.length);
      const member = cdkTypes[item.type]?.attributes?.[attribute] ?? `attr${attribute.replaceAll('.', '')}`;
      return `${variable}.${member}`;
    }
    return `\`${notation.replace(/\{(\w+)\}/g, (_, hole: string) => `\${${holes[hole] ?? `${variable}.ref`}}`)}\``;
  }

  #printParameter(variable: VariableSpec): string {
    const { constructId, variable: name } = this.#parameter(variable.name);
    const type = variable.cloudFormationType ?? parameterTypes[variable.type];
    const items: CodeItem[] = [{ label: 'type: ', value: printString(type) }];
    items.push({ label: 'description: ', value: printString(variable.description) });
    if (variable.default !== undefined) {
      const text = Array.isArray(variable.default) ? variable.default.join(',') : variable.default;
      items.push({
        label: 'default: ',
        value: typeof text === 'number' ? String(text) : printString(String(text)),
      });
    }
    if (variable.type === 'bool') {
      items.push({ label: 'allowedValues: ', value: '["true", "false"]' });
    }
    if (variable.validation) {
      items.push({ label: 'allowedPattern: ', value: printString(variable.validation.pattern) });
      items.push({ label: 'constraintDescription: ', value: printString(variable.validation.message) });
    }
    if (variable.sensitive) items.push({ label: 'noEcho: ', value: 'true' });
    const code = openCall('new cdk.CfnParameter', printString(constructId), object(items));
    return `${margin}const ${name} = ${printCode(code, indent, indent)};`;
  }

  #variable(id: string): string {
    const variable = this.#names.variables.get(id);
    if (variable === undefined) throw new Error(`Nothing with the id ${id} is exported.`);
    const owner = this.#neighbours?.foreign.get(id);
    return owner ? `props.${owner.variable}.shared.${variable}` : variable;
  }

  #parameter(name: string): { constructId: string; variable: string } {
    const parameter = this.#names.parameters.get(name);
    if (!parameter) throw new Error(`No variable is called ${printKey(name)}.`);
    return parameter;
  }
}

const parameterTypes = {
  string: 'String',
  number: 'Number',
  bool: 'String',
  'list(string)': 'CommaDelimitedList',
} as const;

const parameterValues = {
  string: 'valueAsString',
  number: 'valueAsNumber',
  bool: 'valueAsString',
  'list(string)': 'valueAsList',
} as const;

const holes: Readonly<Record<string, string>> = {
  region: 'cdk.Aws.REGION',
  account: 'cdk.Aws.ACCOUNT_ID',
  partition: 'cdk.Aws.PARTITION',
};

/** `callee(this, "Id", { … })` with the object opened on the line of the call. */
function openCall(callee: string, constructId: string, properties: Code): Code {
  if (typeof properties === 'string') return callCode(callee, 'this', constructId, properties);
  return {
    ...properties,
    open: `${callee}(this, ${constructId}, {`,
    close: '})',
    keepOpen: properties.keepOpen === true && properties.items.length > 0,
  };
}
