import type { Properties, PropertyValue } from '../../graph/design.ts';
import type { ColumnDefinition, PropertyDefinition } from '../../services/property.ts';
import { formatNumber } from '../wording.ts';

/** What is wrong with a value: the sentence names the value found and what is allowed. */
export interface ValueFault {
  kind: 'type' | 'range' | 'length' | 'pattern' | 'option' | 'missing';
  message: string;
  /** Nearest value that is allowed, when there is one that keeps the intent. */
  nearest?: PropertyValue;
}

type ValueDefinition = PropertyDefinition | ColumnDefinition;

/** Checks one value against its definition; an empty list means it is fine. */
export function checkPropertyValue(definition: ValueDefinition, value: PropertyValue): ValueFault[] {
  switch (definition.type) {
    case 'number':
      return checkNumber(definition, value);
    case 'text':
      return checkText(definition, value);
    case 'flag':
      return typeof value === 'boolean' ? [] : [wrongType(definition, value, 'true or false')];
    case 'select':
      return checkSelect(definition, value);
    case 'list':
      return checkList(definition, value);
    case 'map':
      return isRecord(value) && Object.values(value).every((item) => typeof item === 'string')
        ? []
        : [wrongType(definition, value, 'an object of texts')];
    case 'table':
      return checkTable(definition, value);
  }
}

/** Whether the definition applies: it does while the property that governs it has one of its values. */
export function isVisible(
  definition: ValueDefinition,
  definitions: readonly ValueDefinition[],
  values: Properties,
): boolean {
  const condition = definition.visibleWhen;
  if (!condition) return true;
  const governing = definitions.find((candidate) => candidate.name === condition.property);
  const own = Object.hasOwn(values, condition.property) ? values[condition.property] : undefined;
  const value = own ?? (governing?.default as PropertyValue | undefined);
  if (value === undefined || !condition.equals.includes(value)) return false;
  return !governing || governing === definition || isVisible(governing, definitions, values);
}

function checkNumber(definition: Extract<ValueDefinition, { type: 'number' }>, value: PropertyValue) {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [wrongType(definition, value, 'a number')];
  const { min, max } = definition;
  const unit = definition.unit ? ` ${definition.unit}` : '';
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    const nearest = min !== undefined && value < min ? min : max;
    const fault: ValueFault = {
      kind: 'range',
      message: `${definition.label} is ${formatNumber(value)}${unit}; ${describeRange(min, max)}${unit} is allowed.`,
      ...(nearest === undefined ? {} : { nearest }),
    };
    return [fault];
  }
  if (definition.integer && !Number.isInteger(value)) {
    const message = `${definition.label} is ${formatNumber(value)}${unit}; a whole number is required.`;
    return [{ kind: 'range', message, nearest: Math.round(value) } satisfies ValueFault];
  }
  return [];
}

function checkText(
  definition: Extract<ValueDefinition, { type: 'text' }>,
  value: PropertyValue,
): ValueFault[] {
  if (typeof value !== 'string') return [wrongType(definition, value, 'a text')];
  if (value === '') {
    return definition.required
      ? [{ kind: 'missing', message: `${definition.label} is empty; a value is required.` }]
      : [];
  }
  if (definition.maxLength !== undefined && value.length > definition.maxLength) {
    const message = `${definition.label} has ${formatNumber(value.length)} characters; at most ${formatNumber(definition.maxLength)} are allowed.`;
    return [{ kind: 'length', message }];
  }
  if (definition.pattern !== undefined && !matches(definition.pattern, value)) {
    const wanted = definition.patternHelp ?? `it must match ${definition.pattern}`;
    return [
      {
        kind: 'pattern',
        message: `${definition.label} is ${quote(value)}. ${upperFirst(wanted)}${stop(wanted)}`,
      },
    ];
  }
  return [];
}

function checkSelect(
  definition: Extract<ValueDefinition, { type: 'select' }>,
  value: PropertyValue,
): ValueFault[] {
  if (typeof value !== 'string') return [wrongType(definition, value, 'a text')];
  if (definition.options.some((option) => option.value === value)) return [];
  const allowed = definition.options.map((option) => option.value);
  const listed =
    allowed.slice(0, 12).join(', ') + (allowed.length > 12 ? ` or ${allowed.length - 12} more` : '');
  return [{ kind: 'option', message: `${definition.label} is ${quote(value)}; allowed: ${listed}.` }];
}

function checkList(
  definition: Extract<ValueDefinition, { type: 'list' }>,
  value: PropertyValue,
): ValueFault[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
    return [wrongType(definition, value, 'a list of texts')];
  const faults = checkItems(definition.label, value.length, definition.maxItems);
  const { itemPattern, itemPatternHelp } = definition;
  const wrong = itemPattern === undefined ? [] : value.filter((item) => !matches(itemPattern, item));
  if (wrong.length > 0) {
    const wanted = itemPatternHelp ?? `each item must match ${String(itemPattern)}`;
    const shown = wrong
      .slice(0, 3)
      .map((item) => quote(item))
      .join(', ');
    faults.push({
      kind: 'pattern',
      message: `${definition.label} holds ${shown}. ${upperFirst(wanted)}${stop(wanted)}`,
    });
  }
  return faults;
}

function checkTable(
  definition: Extract<ValueDefinition, { type: 'table' }>,
  value: PropertyValue,
): ValueFault[] {
  if (!Array.isArray(value) || !value.every(isRecord))
    return [wrongType(definition, value, 'a list of rows')];
  const faults = checkItems(definition.label, value.length, definition.maxItems);
  for (const [index, row] of (value as Properties[]).entries()) {
    for (const column of definition.columns) {
      if (!isVisible(column, definition.columns, row)) continue;
      const cell = Object.hasOwn(row, column.name) ? row[column.name] : undefined;
      for (const fault of checkPropertyValue(column, cell ?? column.default)) {
        const { nearest: _, ...rest } = fault;
        faults.push({ ...rest, message: `${definition.label}, row ${index + 1}: ${fault.message}` });
      }
    }
  }
  return faults;
}

function checkItems(label: string, count: number, most: number | undefined): ValueFault[] {
  if (most === undefined || count <= most) return [];
  return [{ kind: 'length', message: `${label} has ${count} entries; at most ${most} are allowed.` }];
}

function wrongType(definition: ValueDefinition, value: PropertyValue, wanted: string): ValueFault {
  return {
    kind: 'type',
    message: `${definition.label} is ${describe(value)}; ${wanted} is required.`,
  };
}

function isRecord(value: PropertyValue): value is Properties {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether the whole value matches; a pattern that is no regular expression refuses nothing. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    return true;
  }
}

function describeRange(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `at most ${formatNumber(max ?? 0)}`;
  if (max === undefined) return `at least ${formatNumber(min)}`;
  return `${formatNumber(min)} to ${formatNumber(max)}`;
}

function describe(value: PropertyValue): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return value !== null && typeof value === 'object' ? 'an object' : String(value);
}

function quote(text: string): string {
  return text.length > 60 ? `a text of ${text.length} characters` : JSON.stringify(text);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function stop(text: string): string {
  return text.endsWith('.') ? '' : '.';
}
