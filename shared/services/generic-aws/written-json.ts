import { type Body, blocks, type Expression } from '../../iac/ir/expression.ts';

/** Text that CDK would replace, or that no language can hold; escapes in the JSON text could hide it. */
const unprintable = /[$#]\{Token\[|\p{Surrogate}/u;

/**
 * The object a designer wrote as JSON. Members that are null are left out, as both tools have it.
 * @throws with the place when the text is no JSON object, or not a literal one.
 */
export function parseWritten(text: string, place: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${place} are not valid JSON.`);
  }
  if (!isObject(value)) throw new Error(`${place} must be a JSON object.`);
  return readObject(value, place);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readObject(value: Readonly<Record<string, unknown>>, place: string): Body {
  const body: [string, Expression][] = [];
  for (const [name, member] of Object.entries(value)) {
    if (name === 'Ref' || name.startsWith('Fn::')) {
      throw new Error(`${place} contain ${name}; only values that stand for themselves are taken.`);
    }
    if (member !== null) body.push([checkText(name, place), readValue(member, place)]);
  }
  return Object.fromEntries(body);
}

function readValue(value: unknown, place: string): Expression {
  if (typeof value === 'string') return checkText(value, place);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    return value.filter((item) => item !== null).map((item) => readValue(item, place));
  }
  if (isObject(value)) return readObject(value, place);
  throw new Error(`${place} contain a value that is no JSON.`);
}

function checkText(text: string, place: string): string {
  if (unprintable.test(text)) throw new Error(`${place} contain a text that no export can hold: ${text}`);
  return text;
}

/** Terraform arguments: lists of objects are nested blocks, at any depth. */
export function toArguments(body: Body): Body {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const isList = Array.isArray(value) && value.length > 0 && value.every((item) => isObject(item));
      return [name, isList ? blocks((value as Body[]).map(toArguments)) : value];
    }),
  );
}
