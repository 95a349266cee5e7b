import { isTagged, tag, type Body, type Expression, type Ref, type Text } from '../ir/expression.ts';
import type { PolicyStatement } from '../ir/mapping.ts';
import { visitTagged } from '../ir/references.ts';
import { cdkNameExceptions } from './cdk-types.ts';
import { arrayCode, callCode, type Code, type CodeItem } from './layout.ts';
import { printComment, printKey, printNumber, printString } from './literal.ts';

/** How expressions find the code of the things they name. */
export interface ExpressionScope {
  reference(reference: Ref): string;
  variable(name: string): string;
  /** Whether the variable holds a list. */
  isList(name: string): boolean;
  /** Notes that the printed file reads a file of the project. */
  useFiles(): void;
  useIam(): void;
}

/** The library's name for a CloudFormation property. */
export function getCdkName(property: string): string {
  return Object.hasOwn(cdkNameExceptions, property)
    ? (cdkNameExceptions[property] as string)
    : property.charAt(0).toLowerCase() + property.slice(1);
}

interface Place {
  /** CloudFormation path from the resource's properties; undefined where keys stay as they are. */
  path: string | undefined;
  keep: readonly string[];
}

const asWritten: Place = { path: undefined, keep: [] };

/** The properties of a resource as an object literal with the library's names. */
export function buildProperties(properties: Body, keep: readonly string[], scope: ExpressionScope): Code {
  return buildObject(properties, { path: '', keep }, scope);
}

/** An expression as code; keys of objects stay as they are. */
export function buildValue(value: Expression, scope: ExpressionScope): Code {
  return build(value, asWritten, scope);
}

function build(value: Expression, place: Place, scope: ExpressionScope): Code {
  switch (typeof value) {
    case 'string':
      return printString(value);
    case 'number':
      return printNumber(value);
    case 'boolean':
      return String(value);
    default:
  }
  if (isTagged(value)) {
    switch (value[tag]) {
      case 'ref':
        return scope.reference(value);
      case 'variable':
        return scope.variable(value.name);
      case 'pseudo':
        return `cdk.Aws.${pseudoNames[value.name]}`;
      case 'text':
        return buildText(value, scope);
      case 'json':
        return buildJson(value.value, scope);
      case 'verbatim':
        return buildValue(value.value, scope);
      case 'file':
        scope.useFiles();
        return `readFileSync(join(__dirname, "..", ${value.path.split('/').map(printString).join(', ')}), "utf8")`;
      case 'policy':
        scope.useIam();
        return callCode(
          'new iam.PolicyDocument',
          objectCode([{ label: 'statements: ', value: buildStatements(value.statements, scope) }]),
        );
      case 'blocks':
        throw new Error('A Terraform block has no place in a CloudFormation resource.');
    }
  }
  if (Array.isArray(value)) return arrayCode(value.map((item: Expression) => build(item, place, scope)));
  return buildObject(value as Body, place, scope);
}

const pseudoNames = { region: 'REGION', account: 'ACCOUNT_ID', partition: 'PARTITION' } as const;

const objectCode = (items: readonly CodeItem[]): Code => ({ open: '{', close: '}', items });

function buildObject(body: Body, place: Place, scope: ExpressionScope): Code {
  const { path: here, keep } = place;
  const renames = here !== undefined && !keep.includes(here) && !keep.includes(`${here}{}`);
  const items: CodeItem[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    const path = extendPath(place, name);
    items.push({
      label: `${printKey(renames ? getCdkName(name) : name)}: `,
      value: build(value, { path, keep: place.keep }, scope),
    });
  }
  return objectCode(items);
}

/** Below a map of structures the names are the library's again; below free JSON they never are. */
function extendPath({ path, keep }: Place, name: string): string | undefined {
  if (path === undefined || keep.includes(path)) return undefined;
  if (keep.includes(`${path}{}`)) return `${path}.*`;
  return path === '' ? name : `${path}.${name}`;
}

/**
 * A JSON document as text. The library can put single values that are only known at deployment into
 * one; for a list it would deploy a function to do it, so a document with a list is put together here.
 */
function buildJson(value: Expression, scope: ExpressionScope): Code {
  let lists = false;
  visitTagged(value, (tagged) => {
    if (tagged[tag] === 'variable' && scope.isList(tagged.name)) lists = true;
  });
  if (lists) return callCode('cdk.Fn.join', '""', arrayCode(joinLiterals(buildJsonPieces(value, scope))));
  return callCode(holdsTagged(value) ? 'this.toJsonString' : 'JSON.stringify', buildValue(value, scope));
}

/** A piece of a JSON text: the text itself, or code that gives it. */
type JsonPiece = { text: string } | { code: Code };

function buildJsonPieces(value: Expression, scope: ExpressionScope): JsonPiece[] {
  if (typeof value !== 'object') return [{ text: JSON.stringify(value) }];
  if (isTagged(value)) {
    if (value[tag] === 'verbatim') return buildJsonPieces(value.value, scope);
    if (value[tag] === 'variable' && scope.isList(value.name)) {
      const joined = callCode('cdk.Fn.join', printString('","'), scope.variable(value.name));
      return [{ text: '["' }, { code: joined }, { text: '"]' }];
    }
    return [{ text: '"' }, { code: buildValue(value, scope) }, { text: '"' }];
  }
  const entries = Array.isArray(value)
    ? value.map((item: Expression) => buildJsonPieces(item, scope))
    : Object.entries(value as Body).flatMap(([key, item]) =>
        item === undefined ? [] : [[{ text: `${JSON.stringify(key)}:` }, ...buildJsonPieces(item, scope)]],
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = entries.flatMap((pieces, index) => (index === 0 ? pieces : [{ text: ',' }, ...pieces]));
  return [{ text: open }, ...inner, { text: close }];
}

function joinLiterals(pieces: readonly JsonPiece[]): Code[] {
  const codes: Code[] = [];
  let text = '';
  for (const piece of pieces) {
    if ('text' in piece) text += piece.text;
    else {
      codes.push(printString(text), piece.code);
      text = '';
    }
  }
  return text === '' ? codes : [...codes, printString(text)];
}

/** Whether the value holds anything that is only known at deployment. */
function holdsTagged(value: Expression): boolean {
  let found = false;
  visitTagged(value, (tagged) => {
    if (tagged[tag] !== 'verbatim' && tagged[tag] !== 'file') found = true;
  });
  return found;
}

function flattenText(value: Text): Expression[] {
  const parts: Expression[] = [];
  for (const part of value.parts) {
    const flat = isTagged(part) && part[tag] === 'text' ? flattenText(part) : [part];
    for (const item of flat) {
      const last = parts.at(-1);
      if (typeof item !== 'object' && typeof last === 'string') parts[parts.length - 1] = last + String(item);
      else parts.push(typeof item === 'object' ? item : String(item));
    }
  }
  return parts;
}

/** Characters that mean nothing special inside a template literal. */
const plainText = /^[A-Za-z0-9 _.,:;/*+=@#%&?!()<>|~^{}[\]-]*$/;

/** Code inside a template literal; a template inside a template is the same text without its ends. */
function printHole(code: string): string | undefined {
  if (!code.includes('`')) return `\${${code}}`;
  return /^`[^`]*`$/.test(code) ? code.slice(1, -1) : undefined;
}

function buildText(value: Text, scope: ExpressionScope): Code {
  const parts = flattenText(value);
  const literals = parts.filter((part) => typeof part === 'string');
  if (parts.length === literals.length) return printString(literals.join(''));
  const codes = parts.map((part) => build(part, asWritten, scope));
  const holes = codes.map((code) => (typeof code === 'string' ? printHole(code) : undefined));
  if (literals.every((literal) => plainText.test(literal)) && holes.every((hole) => hole !== undefined)) {
    const inner = parts.map((part, index) => (typeof part === 'string' ? part : (holes[index] ?? '')));
    return `\`${inner.join('')}\``;
  }
  return callCode('cdk.Fn.join', '""', arrayCode(codes));
}

/** Policy statements as an array of `iam.PolicyStatement`. */
export function buildStatements(statements: readonly PolicyStatement[], scope: ExpressionScope): Code {
  scope.useIam();
  return {
    open: '[',
    close: ']',
    items: statements.map((statement) => ({
      label: '',
      value: callCode('new iam.PolicyStatement', buildStatement(statement, scope)),
      ...(statement.reason !== undefined && { comments: printComment(statement.reason) }),
    })),
  };
}

function buildStatement(statement: PolicyStatement, scope: ExpressionScope): Code {
  const principals = [
    ...(statement.principals ?? []).map((principal) =>
      principal === '*' ? 'new iam.StarPrincipal()' : `new iam.ServicePrincipal(${printString(principal)})`,
    ),
    ...(statement.awsPrincipals ?? []).map((principal) =>
      callCode('new iam.ArnPrincipal', buildValue(principal, scope)),
    ),
  ];
  const items: CodeItem[] = [];
  if (statement.sid !== undefined) items.push({ label: 'sid: ', value: printString(statement.sid) });
  if (statement.effect === 'Deny') items.push({ label: 'effect: ', value: 'iam.Effect.DENY' });
  if (principals.length > 0) items.push({ label: 'principals: ', value: arrayCode(principals) });
  items.push({ label: 'actions: ', value: arrayCode(statement.actions.map(printString)) });
  items.push({
    label: 'resources: ',
    value: arrayCode(statement.resources.map((resource) => buildValue(resource, scope))),
  });
  if (statement.conditions) {
    items.push({ label: 'conditions: ', value: buildValue(statement.conditions, scope) });
  }
  return { open: '{', close: '}', items, keepOpen: true };
}
