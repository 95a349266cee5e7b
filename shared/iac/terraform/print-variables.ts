import type { IacGraph } from '../ir/graph.ts';
import type { VariableSpec } from '../ir/mapping.ts';
import { attribute, hclBlock, type HclItem, type HclValue } from './layout.ts';
import { printString } from './literal.ts';
import type { TerraformNames } from './name-items.ts';

/** The `variable` blocks: the Region and whatever the services ask for. */
export function printVariables(graph: IacGraph, names: TerraformNames): HclItem[] {
  const region = hclBlock(
    'variable',
    [names.region],
    [
      attribute('type', 'string'),
      attribute('description', printString('AWS Region to deploy to.')),
      attribute('default', printString(graph.region)),
    ],
  );
  return [region, ...graph.variables.map((variable) => buildVariable(variable, names))];
}

function buildVariable(variable: VariableSpec, names: TerraformNames): HclItem {
  const name = names.variables.get(variable.name) ?? variable.name;
  const body: HclItem[] = [
    attribute('type', variable.type),
    attribute('description', printString(variable.description)),
  ];
  if (variable.default !== undefined) body.push(attribute('default', buildDefault(variable.default)));
  if (variable.sensitive) body.push(attribute('sensitive', 'true'));
  if (variable.validation) {
    const { pattern, message } = variable.validation;
    const matches = (value: string) => `can(regex(${printString(pattern)}, ${value}))`;
    const condition =
      variable.type === 'list(string)'
        ? `alltrue([for value in var.${name} : ${matches('value')}])`
        : matches(`var.${name}`);
    body.push(
      hclBlock(
        'validation',
        [],
        [attribute('condition', condition), attribute('error_message', printString(message))],
      ),
    );
  }
  return hclBlock('variable', [name], body);
}

function buildDefault(value: NonNullable<VariableSpec['default']>): HclValue {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(printString) };
  return typeof value === 'string' ? printString(value) : String(value);
}
