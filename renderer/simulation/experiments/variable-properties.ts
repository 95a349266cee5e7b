import type { Design, DesignNode } from '../../../shared/graph/design.ts';
import { Configuration } from '../../../shared/services/configuration.ts';
import type { NumberProperty } from '../../../shared/services/property.ts';
import { findService } from '../../../shared/services/registry.ts';

/** Numbers of a node that mean something in its present configuration; those on the card first. */
export function getNumberProperties(node: DesignNode): NumberProperty[] {
  const service = findService(node.service);
  if (!service) return [];
  const config = new Configuration(service.properties, node.properties);
  const rank = (property: NumberProperty): number => {
    const place = service.facts.indexOf(property.name);
    return place === -1 ? Number.POSITIVE_INFINITY : place;
  };
  return service.properties
    .filter((property) => property.type === 'number')
    .filter(
      ({ visibleWhen }) => !visibleWhen || visibleWhen.equals.includes(config.value(visibleWhen.property)),
    )
    .sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** The number as drawn, or its default. */
export function getDrawnValue(node: DesignNode, property: NumberProperty): number {
  const value = node.properties[property.name];
  return typeof value === 'number' ? value : property.default;
}

export const getNodeName = (node: DesignNode): string =>
  node.name ?? findService(node.service)?.shortName ?? node.id;

/** Nodes that have something to vary. */
export const getVariableNodes = (design: Design): DesignNode[] =>
  design.nodes.filter((node) => getNumberProperties(node).length > 0);

/** `Batch window (s)`; a unit that only repeats the label is left out. */
export const withUnit = (label: string, unit: string | undefined): string =>
  unit === undefined || label.toLowerCase().split(' ').includes(unit.toLowerCase())
    ? label
    : `${label} (${unit})`;

export interface ValueRange {
  from: number;
  to: number;
  step: number;
}

const niceSteps = [1, 2, 5, 10];

/** The smallest 1, 2 or 5 times a power of ten that is not below the value. */
function roundUpStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Number(
    ((niceSteps.find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power).toPrecision(1),
  );
}

/** A range around the drawn value, from half to twice of it, in about eight steps. */
export function suggestRange(
  drawn: number,
  { min = 0, max = Infinity, integer }: Partial<NumberProperty>,
): ValueRange {
  const high = Math.min(max, Math.max(drawn * 2, drawn + (integer ? 4 : 1)));
  const wanted = Math.max((high - Math.max(min, drawn / 2)) / 8, integer ? 1 : 0);
  const step = roundUpStep(wanted > 0 ? wanted : 1);
  const from = Math.max(min, Math.floor(drawn / 2 / step) * step);
  return { from, to: Number((from + Math.floor((high - from) / step + 1e-9) * step).toPrecision(12)), step };
}
