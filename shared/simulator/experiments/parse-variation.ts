import type { Design, DesignNode, PropertyValue } from '../../graph/design.ts';
import type { NumberProperty, PropertyDefinition, SelectProperty } from '../../services/property.ts';
import { findService } from '../../services/registry.ts';
import { ExperimentError, type Variation } from './experiment.ts';

/** Most values of one variation. */
export const maxValues = 1000;

/** A factor on every workload's rate, on top of the scenario's own. */
const loadName = 'load';

type Varied = Pick<Variation, 'name' | 'target'> & { parseValue(text: string): PropertyValue };

/**
 * Reads one dimension of a sweep: `NODE.PROPERTY=a,b,c`, `NODE.PROPERTY=lo..hi/step`, or the same for
 * `load`, which multiplies every workload's rate.
 * @throws ExperimentError that names what is allowed in place of what was found.
 */
export function parseVariation(design: Design, text: string): Variation {
  const equals = text.indexOf('=');
  if (equals <= 0) {
    throw new ExperimentError(
      `"${text}" names no values. Write NODE.PROPERTY=a,b,c or NODE.PROPERTY=lo..hi/step, or load=0.5,1,2.`,
    );
  }
  const name = text.slice(0, equals).trim();
  const varied = name === loadName ? varyLoad() : varyProperty(design, name);
  const values = splitValues(text.slice(equals + 1), name).map(varied.parseValue);
  if (values.length > maxValues) throw tooMany(name, values.length);
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated !== undefined) {
    throw new ExperimentError(`${name} takes the value ${JSON.stringify(repeated)} twice; each value once.`);
  }
  return { name, target: varied.target, values };
}

function varyLoad(): Varied {
  return {
    name: loadName,
    target: { kind: 'load' },
    parseValue: (text) => {
      const value = parseNumber(loadName, text);
      if (value < 0) throw new ExperimentError(`load multiplies the rates and is 0 or more; found ${text}.`);
      return value;
    },
  };
}

function varyProperty(design: Design, name: string): Varied {
  const node = findNode(design, name);
  const service = findService(node.service);
  if (!service) {
    throw new ExperimentError(`The service "${node.service}" of ${node.id} is not in the catalogue.`);
  }
  const property = name.slice(node.id.length + 1);
  const definition = service.properties.find((item) => item.name === property);
  if (!definition || !isVariable(definition)) {
    const allowed = service.properties.filter(isVariable).map((item) => item.name);
    const what = definition ? `is a ${definition.type} and cannot be varied` : 'is no property of it';
    throw new ExperimentError(
      `${node.id} is ${service.displayName}; "${property}" ${what}. ${
        allowed.length > 0 ? `It can be varied by ${allowed.join(', ')}.` : 'It has nothing to vary.'
      }`,
    );
  }
  return {
    name,
    target: { kind: 'property', node: node.id, property },
    parseValue: (text) => parseValue(name, definition, text),
  };
}

/** Node ids and property names may both hold dots: the longest id that is followed by one. */
function findNode(design: Design, name: string): DesignNode {
  const [node] = design.nodes
    .filter(({ id }) => name.startsWith(`${id}.`))
    .sort((a, b) => b.id.length - a.id.length);
  if (node) return node;
  const known = design.nodes.map(({ id }) => id).join(', ') || 'none';
  throw new ExperimentError(
    `"${name}" starts with no node of the design. Nodes: ${known}. Or vary "load", which multiplies every workload.`,
  );
}

type VariableProperty = Extract<PropertyDefinition, { type: 'number' | 'flag' | 'select' }>;

const isVariable = (definition: PropertyDefinition): definition is VariableProperty =>
  definition.type === 'number' || definition.type === 'flag' || definition.type === 'select';

function splitValues(text: string, name: string): string[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .flatMap((part) => (part.includes('..') ? expandRange(part, name) : [part]));
  if (parts.some((part) => part === '')) {
    throw new ExperimentError(`${name} has an empty value in "${text}". Write a,b,c or lo..hi/step.`);
  }
  return parts;
}

function expandRange(text: string, name: string): string[] {
  const [range = '', stepText, ...more] = text.split('/');
  const [low, high, ...others] = range.split('..').map((part) => parseNumber(name, part));
  const step = stepText === undefined ? 1 : parseNumber(name, stepText);
  if (low === undefined || high === undefined || others.length > 0 || more.length > 0) {
    throw new ExperimentError(`${name}: "${text}" is no range; write lo..hi/step, for example 1..8/1.`);
  }
  if (!(step > 0) || high < low) {
    throw new ExperimentError(
      `${name}: "${text}" holds no value; lo must not be above hi, and the step above 0.`,
    );
  }
  const count = Math.floor((high - low) / step + 1e-9) + 1;
  if (count > maxValues) throw tooMany(name, count);
  // Rounded, so that 0.1..0.3/0.1 holds 0.3 and not 0.30000000000000004.
  return Array.from({ length: count }, (_, index) => String(Number((low + index * step).toPrecision(12))));
}

function tooMany(name: string, count: number): ExperimentError {
  return new ExperimentError(`${name} takes ${count} values; at most ${maxValues} are allowed.`);
}

function parseValue(name: string, definition: VariableProperty, text: string): PropertyValue {
  switch (definition.type) {
    case 'number':
      return parseNumberProperty(name, definition, text);
    case 'flag':
      if (text !== 'true' && text !== 'false') {
        throw new ExperimentError(`${name} is true or false; found "${text}".`);
      }
      return text === 'true';
    case 'select':
      return parseOption(name, definition, text);
  }
}

function parseNumberProperty(name: string, definition: NumberProperty, text: string): number {
  const value = parseNumber(name, text);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, integer } = definition;
  if (value < min || value > max) {
    throw new ExperimentError(`${name} takes ${describeRange(definition)}; found ${text}.`);
  }
  if (integer && !Number.isInteger(value)) {
    throw new ExperimentError(`${name} takes whole numbers; found ${text}.`);
  }
  return value;
}

function describeRange({ min, max, unit }: NumberProperty): string {
  const suffix = unit === undefined ? '' : ` ${unit}`;
  if (min !== undefined && max !== undefined) return `${min} to ${max}${suffix}`;
  return min !== undefined ? `${min}${suffix} or more` : `at most ${max ?? 0}${suffix}`;
}

function parseOption(name: string, definition: SelectProperty, text: string): string {
  const options = definition.options.map(({ value }) => value);
  if (!options.includes(text)) {
    throw new ExperimentError(`${name} is one of ${options.join(', ')}; found "${text}".`);
  }
  return text;
}

function parseNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new ExperimentError(`${name} takes numbers; found "${text.trim()}". Write a,b,c or lo..hi/step.`);
  }
  return value;
}
