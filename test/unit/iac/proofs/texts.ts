import type { Design, PropertyValue } from '../../../../shared/graph/design.ts';
import { findService } from '../../../../shared/services/registry.ts';
import type { Template } from './cdk-projects.ts';
import type { ParsedConfiguration } from './terraform-files.ts';

/** Services that one of the tools has no resources for, or whose properties name the resources themselves. */
const oneSided: ReadonlySet<string> = new Set(['databrew', 'q-business', 'generic-aws']);

/** Texts that a designer wrote into properties, long enough to be known again; documents are encoded anew. */
export function listTexts(design: Design): string[] {
  const collect = (value: PropertyValue): string[] => {
    if (typeof value === 'string') return value.length >= 4 && !/^[[{]/.test(value) ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(collect) : [];
  };
  const ofNodes = design.nodes.flatMap(({ service, properties }) => {
    if (oneSided.has(service)) return [];
    // Choices from a list become other words, or another type of resource.
    const chosen = new Set(
      findService(service)
        ?.properties.filter(({ type }) => type === 'select')
        .map(({ name }) => name),
    );
    return Object.entries(properties).flatMap(([name, value]) => (chosen.has(name) ? [] : collect(value)));
  });
  const texts = [
    ...ofNodes,
    ...design.edges.flatMap(({ properties }) => Object.values(properties).flatMap(collect)),
  ];
  return [...new Set(texts)];
}

function listTemplateTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTemplateTexts) : [];
}

const unescapeTemplate = (text: string): string =>
  text.replace(/([$%])\1\{/g, (_, marker: string) => `${marker}{`);

/** Texts as Terraform has them after reading: of literals, and of the literals inside expressions. */
function listHclTexts(value: unknown): string[] {
  if (typeof value === 'string') {
    if (!/(?<![$])\$\{/.test(value)) return [unescapeTemplate(value)];
    const inside = [...value.matchAll(/"(?:[^"\\]|\\.)*"/g)].flatMap(([literal]) => {
      try {
        return [unescapeTemplate(JSON.parse(literal) as string)];
      } catch {
        return [];
      }
    });
    return inside;
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listHclTexts) : [];
}

/**
 * Texts of the design that one of the tools holds and the other one does not: lost, cut short, or changed by
 * a printer that did not escape them. Those in `demanded` have to be in both.
 */
export function findLostTexts(
  design: Design,
  template: Template,
  { blocks }: ParsedConfiguration,
  demanded: readonly string[] = [],
): string[] {
  const ours = new Set(listTemplateTexts(template.Resources));
  const theirs = new Set(blocks.flatMap(({ body }) => listHclTexts(body)));
  const demands = new Set(demanded);
  return [...new Set([...listTexts(design), ...demanded])].flatMap((text) => {
    const [first, second] = [ours.has(text), theirs.has(text)];
    if (first && second) return [];
    if (first) return [`Terraform lost ${JSON.stringify(text)}`];
    if (demands.has(text)) return [`CDK lost ${JSON.stringify(text)}`];
    return [];
  });
}
