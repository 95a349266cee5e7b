import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDesign } from '../../../shared/graph/create-design.ts';
import type { Design } from '../../../shared/graph/design.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { rules } from '../../../shared/rules/registry.ts';
import { enforcedElsewhere, lastNumber } from '../../../shared/rules/rule-book.ts';
import { findService, services } from '../../../shared/services/registry.ts';
import { findSource } from '../../../shared/sources/registry.ts';

const folder = join(import.meta.dirname, '../../../shared/rules');

/** Files below the area folders that declare a rule: all whose name is the id of one. */
function getRuleFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('/') && path.endsWith('.ts'))
    .map((path) => path.replace(/^.*\//, '').replace(/\.ts$/, ''));
}

describe('the rules', () => {
  it('have ids of their own, equal to a file name', () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    const files = getRuleFiles();
    expect(ids.filter((id) => !files.includes(id))).toEqual([]);
  });

  it('have a test each', () => {
    const tests = readdirSync(import.meta.dirname);
    expect(rules.map((rule) => `${rule.id}.test.ts`).filter((name) => !tests.includes(name))).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s names sources that are registered',
    (_, rule) => {
      expect(rule.sources.length).toBeGreaterThan(0);
      expect(rule.sources.filter((key) => !findSource(key))).toEqual([]);
      expect(rule.title).not.toMatch(/\.$/);
      expect(rule.description).toMatch(/\.$/);
    },
  );

  it('cover every number of the rule book once, in a rule or elsewhere', () => {
    const carried = new Set<string>(rules.flatMap((rule) => rule.codes ?? []));
    const numbers = Array.from(
      { length: lastNumber },
      (_, index) => `G-${String(index + 1).padStart(3, '0')}`,
    );
    const elsewhere = Object.keys(enforcedElsewhere);
    expect(numbers.filter((number) => !carried.has(number) && !elsewhere.includes(number))).toEqual([]);
    expect(elsewhere.filter((number) => carried.has(number))).toEqual([]);
    const named = Object.values(enforcedElsewhere).flatMap((text) => text.match(/`[a-z]+(-[a-z]+)+`/g) ?? []);
    const ids = rules.map((rule) => `\`${rule.id}\``);
    expect(named.filter((name) => !ids.includes(name))).toEqual([]);
  });

  it('block the export only on sourced grounds', () => {
    const unsourced = rules.filter(
      (rule) => rule.severity === 'error' && rule.sources.every((key) => key === 'ASSUMPTION'),
    );
    expect(unsourced.map((rule) => rule.id)).toEqual([]);
  });
});

/** Every service with its defaults, and every pair of services connected in both directions. */
function drawEverything(): Design {
  const design = createDesign('Everything');
  for (const { id } of services) design.nodes.push({ id, service: id, properties: {} });
  for (const source of services) {
    for (const target of services) {
      if (source === target) continue;
      const id = `${source.id}-to-${target.id}`;
      design.edges.push({ id, source: source.id, target: target.id, properties: {} });
    }
  }
  return design;
}

describe('every rule on every pair of services', () => {
  it('can be checked without failing', () => {
    const failed = checkDesign(drawEverything()).filter((finding) => finding.key.endsWith(':failed'));
    expect(failed.map((finding) => `${finding.key} ${finding.message}`)).toEqual([]);
  });

  it('can be checked with the values at both ends of their ranges', () => {
    for (const end of ['first', 'last'] as const) {
      const design = drawEverything();
      for (const node of design.nodes) {
        for (const property of findService(node.service)?.properties ?? []) {
          if (property.type === 'flag') node.properties[property.name] = end === 'first';
          if (property.type === 'select')
            node.properties[property.name] = property.options.at(end === 'first' ? 0 : -1)?.value ?? '';
          const bound =
            property.type === 'number' ? (end === 'first' ? property.min : property.max) : undefined;
          if (bound !== undefined) node.properties[property.name] = bound;
        }
      }
      const failed = checkDesign(design).filter((finding) => finding.key.endsWith(':failed'));
      expect(failed.map((finding) => `${finding.key} ${finding.message}`)).toEqual([]);
    }
  });
});
