import { findTerraformAttribute } from '../ir/attributes.ts';
import type { Ref } from '../ir/expression.ts';
import type { IacGraph, TerraformGraphItem } from '../ir/graph.ts';
import { IdentifierAllocator, joinWords } from '../ir/identifiers.ts';
import { type ExportedFile, FileWriter } from '../ir/line-map.ts';
import { describeSection, getGroup } from '../ir/sections.ts';
import { attribute, hclBlock, type HclItem, type HclValue, printBody } from './layout.ts';
import { printComment, printKey, printString } from './literal.ts';
import { nameItems, type TerraformNames } from './name-items.ts';
import { buildBody, buildStatements, type HclScope, pseudoAddresses } from './print-expression.ts';
import { printVariables } from './print-variables.ts';

/** The files of a Terraform configuration, README and starter files apart. */
export function printTerraform(graph: IacGraph): ExportedFile[] {
  return new TerraformPrinter(graph).print();
}

class TerraformPrinter {
  readonly #graph: IacGraph;
  readonly #names: TerraformNames;
  readonly #items: ReadonlyMap<string, TerraformGraphItem>;
  readonly #pseudos = new Set<'region' | 'account' | 'partition'>();
  readonly #scope: HclScope;

  constructor(graph: IacGraph) {
    this.#graph = graph;
    this.#names = nameItems(graph);
    this.#items = new Map(graph.terraform.map((item) => [item.id, item]));
    this.#scope = {
      reference: (reference) => this.#buildReference(reference),
      variable: (name) => {
        const variable = this.#names.variables.get(name);
        if (variable === undefined) throw new Error(`No variable is called ${printString(name)}.`);
        return `var.${variable}`;
      },
      usePseudo: (name) => this.#pseudos.add(name),
    };
  }

  print(): ExportedFile[] {
    // Printed first: what they use decides on data.tf.
    const groups = this.#printGroups();
    const iam = this.#printSections('iam.tf', isIdentity);
    const outputs = this.#printOutputs();
    return [
      printFile('versions.tf', this.#buildVersions()),
      printFile('providers.tf', this.#buildProviders()),
      printFile('variables.tf', printVariables(this.#graph, this.#names)),
      ...(this.#pseudos.size > 0 ? [printFile('data.tf', this.#buildData())] : []),
      ...groups,
      ...(iam ? [iam] : []),
      ...(outputs ? [outputs] : []),
    ];
  }

  #buildVersions(): HclItem[] {
    const usesArchive = this.#graph.terraform.some(
      (item) => (item.kind === 'data' || item.kind === 'resource') && item.type.startsWith('archive_'),
    );
    const requirement = (source: string, version: string): HclValue => ({
      kind: 'object',
      members: [
        { key: 'source', value: printString(source) },
        { key: 'version', value: printString(version) },
      ],
    });
    return [
      hclBlock(
        'terraform',
        [],
        [
          attribute('required_version', printString('>= 1.7')),
          hclBlock(
            'required_providers',
            [],
            [
              ...(usesArchive ? [attribute('archive', requirement('hashicorp/archive', '~> 2.7'))] : []),
              attribute('aws', requirement('hashicorp/aws', '~> 6.0')),
            ],
          ),
        ],
      ),
    ];
  }

  #buildProviders(): HclItem[] {
    const tags = Object.entries(this.#graph.tags);
    const members = tags.map(([key, value]) => ({ key: printKey(key), value: printString(value) }));
    return [
      hclBlock(
        'provider',
        ['aws'],
        [
          attribute('region', `var.${this.#names.region}`),
          ...(tags.length > 0
            ? [hclBlock('default_tags', [], [attribute('tags', { kind: 'object', members })])]
            : []),
        ],
      ),
    ];
  }

  #buildData(): HclItem[] {
    const types = {
      account: 'aws_caller_identity',
      partition: 'aws_partition',
      region: 'aws_region',
    } as const;
    return [...this.#pseudos].sort().map((name) => hclBlock('data', [types[name], 'current'], []));
  }

  /** What the nodes are, in a file for each container that is drawn; `main.tf` holds the rest. */
  #printGroups(): ExportedFile[] {
    const main = new Set<string>();
    const groups = new Map<string, Set<string>>();
    for (const section of this.#graph.sections) {
      const group = getGroup(section);
      if (group) groups.set(group.id, (groups.get(group.id) ?? new Set()).add(section.id));
      else main.add(section.id);
    }
    const files = new IdentifierAllocator([
      'main',
      'iam',
      'variables',
      'outputs',
      'versions',
      'providers',
      'data',
    ]);
    const named = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      this.#printSections('main.tf', (item) => !isIdentity(item) && main.has(item.section)),
      ...named.map(([id, members]) =>
        this.#printSections(
          `${files.allocate(joinWords(id, '').join('-').slice(0, 80))}.tf`,
          (item) => !isIdentity(item) && members.has(item.section),
        ),
      ),
    ].filter((file) => file !== undefined);
  }

  #printSections(path: string, belongs: (item: TerraformGraphItem) => boolean): ExportedFile | undefined {
    const file = new FileWriter();
    const sections = new Map<string, TerraformGraphItem[]>();
    for (const item of this.#graph.terraform.filter(belongs)) {
      sections.set(item.section, [...(sections.get(item.section) ?? []), item]);
    }
    for (const [id, items] of sections) {
      const section = this.#graph.sections.find((candidate) => candidate.id === id);
      const blocks = items.flatMap((item) => this.#buildItem(item));
      const heading: HclItem[] = section
        ? [{ kind: 'comment', lines: describeSection(section).flatMap((text) => printComment(text)) }]
        : [];
      file.blank().write(printBody([...heading, ...blocks]).join('\n'), id);
    }
    if (sections.size === 0) return undefined;
    return { path, text: file.toText(), nodes: file.ranges };
  }

  #buildItem(item: TerraformGraphItem): HclItem[] {
    const address = this.#names.addresses.get(item.id);
    if (!address) throw new Error(`Nothing with the id ${item.id} is exported.`);
    const { type, label } = address;
    switch (item.kind) {
      case 'document':
        return [hclBlock('data', [type, label], buildStatements(item.statements, this.#scope))];
      case 'role': {
        const trust = this.#names.trusts.get(item.id) ?? label;
        return [
          hclBlock('data', ['aws_iam_policy_document', trust], buildTrust(item.trusts)),
          hclBlock(
            'resource',
            [type, label],
            [
              attribute('name_prefix', printString(item.namePrefix)),
              attribute('assume_role_policy', `data.aws_iam_policy_document.${trust}.json`),
              ...this.#buildOrder(item),
            ],
          ),
        ];
      }
      case 'role-policy': {
        const role = this.#names.addresses.get(item.role);
        if (!role) throw new Error(`Nothing with the id ${item.role} is exported.`);
        return [
          hclBlock('data', ['aws_iam_policy_document', label], buildStatements(item.statements, this.#scope)),
          hclBlock(
            'resource',
            [type, label],
            [
              attribute('role', `aws_iam_role.${role.label}.id`),
              attribute('policy', `data.aws_iam_policy_document.${label}.json`),
              ...this.#buildOrder(item),
            ],
          ),
        ];
      }
      default:
        return [
          hclBlock(
            item.kind,
            [type, label],
            [...buildBody(item.arguments, this.#scope), ...this.#buildOrder(item)],
          ),
        ];
    }
  }

  #buildOrder(item: TerraformGraphItem): HclItem[] {
    if (item.dependsOn.length === 0) return [];
    const items = item.dependsOn.map((id) => this.#getAddress(id));
    return [{ kind: 'blank' }, attribute('depends_on', { kind: 'list', items })];
  }

  #getAddress(id: string): string {
    const address = this.#names.addresses.get(id);
    if (!address) throw new Error(`Nothing with the id ${id} is exported.`);
    return `${address.data ? 'data.' : ''}${address.type}.${address.label}`;
  }

  #buildReference(reference: Pick<Ref, 'resource' | 'attribute'>): string {
    const item = this.#items.get(reference.resource);
    if (!item) throw new Error(`Nothing with the id ${reference.resource} is exported.`);
    const address = this.#getAddress(item.id);
    if (item.kind === 'role') return `${address}.${reference.attribute}`;
    if (item.kind === 'document') return `${address}.json`;
    if (item.kind === 'role-policy') throw new Error(`A policy has no ${reference.attribute}.`);
    const notation = findTerraformAttribute(item.type, reference.attribute);
    if (notation === undefined) throw new Error(`${item.type} has no ${reference.attribute}.`);
    if (!notation.includes('{')) return `${address}.${notation}`;
    const filled = notation.replace(/\{(\w+)\}/g, (_, hole: string) => {
      if (hole !== 'region' && hole !== 'account' && hole !== 'partition') return `\${${address}.${hole}}`;
      this.#pseudos.add(hole);
      return `\${${pseudoAddresses[hole]}}`;
    });
    return `"${filled}"`;
  }

  #printOutputs(): ExportedFile | undefined {
    if (this.#graph.outputs.length === 0) return undefined;
    const file = new FileWriter();
    this.#graph.outputs.forEach((output, index) => {
      const section = this.#graph.sections.find((candidate) => candidate.id === output.section);
      const description = `${output.attribute === 'arn' ? 'ARN' : output.attribute} of ${section?.title ?? output.section}.`;
      const block = hclBlock(
        'output',
        [this.#names.outputs[index] ?? ''],
        [
          attribute('description', printString(description)),
          attribute('value', this.#buildReference(output)),
        ],
      );
      file.blank().write(printBody([block]).join('\n'), output.section);
    });
    return { path: 'outputs.tf', text: file.toText(), nodes: file.ranges };
  }
}

const isIdentity = (item: TerraformGraphItem): boolean => item.kind === 'role' || item.kind === 'role-policy';

function buildTrust(principals: readonly string[]): HclItem[] {
  const list = (values: readonly string[]): HclValue => ({ kind: 'list', items: values.map(printString) });
  return [
    hclBlock(
      'statement',
      [],
      [
        attribute('actions', list(['sts:AssumeRole'])),
        hclBlock(
          'principals',
          [],
          [attribute('type', printString('Service')), attribute('identifiers', list(principals))],
        ),
      ],
    ),
  ];
}

function printFile(path: string, items: readonly HclItem[]): ExportedFile {
  return { path, text: new FileWriter().write(printBody(items).join('\n')).toText(), nodes: [] };
}
