import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse, type ScalarTag, type CollectionTag, YAMLMap, YAMLSeq } from 'yaml';
import { readReport, runSilently, type Template } from './cdk-projects.ts';

const longNames = { '!Ref': 'Ref', '!GetAtt': 'Fn::GetAtt', '!Sub': 'Fn::Sub', '!Join': 'Fn::Join' } as const;

/** CloudFormation's short forms as the long ones. */
const tags = Object.entries(longNames).flatMap(([tag, name]): (ScalarTag | CollectionTag)[] => [
  {
    tag,
    resolve: (text: string) => ({
      [name]: name === 'Fn::GetAtt' ? splitOnce(text, '.') : text,
    }),
  },
  {
    tag,
    collection: 'seq',
    resolve: (items: unknown) => {
      if (!(items instanceof YAMLSeq)) throw new Error(`${tag} takes a list.`);
      const map = new YAMLMap();
      map.set(name, items);
      return map;
    },
  },
]);

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return [text.slice(0, index), text.slice(index + 1)];
}

/** The template as the long forms say it. */
export function parseTemplate(text: string): Template {
  return parse(text, { customTags: tags }) as Template;
}

const holePattern = /\$\{([^!}][^}]*)\}/g;

/** A text with the same spelling for `Fn::Sub`, `Fn::Join` and plain references. */
function spell(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  if (Object.keys(value).length !== 1) return undefined;
  if (name === 'Ref') return `<<${String(argument)}>>`;
  if (name === 'Fn::GetAtt') return `<<${(argument as string[]).join('.')}>>`;
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown];
    if (!Array.isArray(parts)) return `<<join ${separator} ${spell(parts) ?? ''}>>`;
    return parts.map((part) => spell(part) ?? '?').join(separator);
  }
  if (name === 'Fn::Sub') {
    const [template, values] = (Array.isArray(argument) ? argument : [argument, {}]) as [
      string,
      Record<string, unknown>,
    ];
    return template
      .replace(holePattern, (_, hole: string) =>
        Object.hasOwn(values, hole) ? (spell(values[hole]) ?? '?') : `<<${hole}>>`,
      )
      .replaceAll('${!', '${');
  }
  return undefined;
}

/** JSON in a text may be laid out in different ways. */
function parseDocument(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

type Rename = (text: string) => string;

function normalize(value: unknown, rename: Rename): unknown {
  const spelled = spell(value);
  if (spelled !== undefined) return parseDocument(rename(spelled));
  if (Array.isArray(value)) return value.map((item) => normalize(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, item]): [string, unknown] => [key, normalize(item, rename)])
    // The library leaves empty objects out.
    .filter(([, item]) => !(typeof item === 'object' && item !== null && Object.keys(item).length === 0));
  return Object.fromEntries(entries);
}

/** A statement per principal, and lists where one value stands alone. */
function normalizeStatements(document: unknown): unknown {
  const { Statement = [] } = document as { Statement?: Record<string, unknown>[] };
  return Statement.flatMap((statement) => {
    const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]);
    const { Principal: principal } = statement;
    const service = (principal as { Service?: unknown } | undefined)?.Service;
    const principals = service === undefined ? [principal] : list(service).map((name) => ({ Service: name }));
    return principals.map((one) => ({
      ...statement,
      Action: list(statement['Action']),
      ...('Resource' in statement && { Resource: list(statement['Resource']) }),
      ...(one !== undefined && { Principal: one }),
    }));
  });
}

/**
 * What a template deploys, apart from what the tools choose for themselves: hashes in the ids of roles and
 * policies, names of policies, tags (CloudFormation puts those of the stack on every resource).
 */
export function normalizeTemplate(template: Template): unknown {
  const hashed = Object.entries(template.Resources)
    .filter(([, { Type }]) => /^AWS::IAM::(Role|Policy)$/.test(Type))
    .map(([id]): [string, string] => [id, id.replace(/[0-9A-F]{8}$/, '')]);
  const ids = new Map(hashed);
  const rename: Rename = (text) =>
    text.replace(/<<(\w+)/g, (whole, id: string) => (ids.has(id) ? `<<${ids.get(id) ?? ''}` : whole));
  const resources = Object.entries(template.Resources)
    .filter(([, { Type }]) => Type !== 'AWS::CDK::Metadata')
    .map(([id, resource]): [string, unknown] => {
      const properties = { ...(normalize(resource.Properties ?? {}, rename) as Record<string, unknown>) };
      for (const key of ['Tags', 'PipelineTags', 'PolicyName']) {
        if (key !== 'PolicyName' || resource.Type === 'AWS::IAM::Policy') delete properties[key];
      }
      for (const key of ['AssumeRolePolicyDocument', 'PolicyDocument', 'KeyPolicy', 'RepositoryPolicyText']) {
        if (typeof properties[key] === 'object') properties[key] = normalizeStatements(properties[key]);
      }
      const after = [resource.DependsOn ?? []].flat().map((other) => ids.get(other) ?? other);
      return [
        ids.get(id) ?? id,
        {
          type: resource.Type,
          properties,
          after: after.sort(),
          deletion: resource.DeletionPolicy ?? '',
        },
      ];
    });
  const { BootstrapVersion: _, ...parameters } = template.Parameters ?? {};
  const outputs = Object.entries(template.Outputs ?? {}).map(([id, output]) => [
    id,
    normalize((output as { Value: unknown }).Value, rename),
  ]);
  return {
    resources: Object.fromEntries(resources),
    parameters: normalize(parameters, rename),
    outputs: Object.fromEntries(outputs),
  };
}

const load = createRequire(import.meta.url);

interface CoreLibrary {
  App: new (options: object) => { synth(): unknown };
  Stack: new (scope: object, id: string) => object;
}
interface IncludeLibrary {
  CfnInclude: new (scope: object, id: string, properties: { templateFile: string }) => object;
}

/** What the library says of a template when it takes it in and validates it. */
export function findIncludedProblems(templateFile: string, outdir: string): string[] {
  const core = load('aws-cdk-lib') as CoreLibrary;
  const { CfnInclude } = load('aws-cdk-lib/cloudformation-include') as IncludeLibrary;
  const app = new core.App({
    outdir,
    analyticsReporting: false,
    context: { '@aws-cdk/core:validateAgainstDefaultRules': true },
  });
  const problems: string[] = [];
  try {
    new CfnInclude(new core.Stack(app, 'Included'), 'Template', { templateFile });
    runSilently(() => app.synth());
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return [...problems, ...readReport(join(outdir, 'validation-report.json'))];
}
