import { describe, expect, test } from 'vitest';
import { nameProject } from '../../../shared/iac/cdk/print-project.ts';
import {
  IdentifierAllocator,
  joinWords,
  splitWords,
  toCamelCase,
  toPascalCase,
} from '../../../shared/iac/ir/identifiers.ts';
import { shortHash } from '../../../shared/iac/ir/short-hash.ts';
import { PhysicalNames } from '../../../shared/iac/lower/physical-names.ts';
import { hostileTexts } from './hostile-texts.ts';

const buildNames = (design: string, nodes: Record<string, string | undefined>): PhysicalNames =>
  new PhysicalNames(
    { name: design },
    Object.entries(nodes).map(([id, name]) => ({
      id,
      service: 'kds',
      properties: {},
      ...(name !== undefined && { name }),
    })),
  );

describe('physical names', () => {
  test('are the names of the design and the node in plain letters', () => {
    const names = buildNames('Bestellungen für Übersee', { in: 'Klicks & Käufe' });
    expect(names.get('in', 128)).toBe('bestellungen-fur-ubersee-klicks-kaufe');
    expect(names.get('in', 128, '_')).toBe('bestellungen_fur_ubersee_klicks_kaufe');
  });

  test('use the id of a node without a usable name and start with a letter', () => {
    const names = buildNames('2024', { clicks: undefined, other: '漢字' });
    expect(names.get('clicks', 128)).toBe('p-2024-clicks');
    expect(names.get('other', 128)).toBe('p-2024-other');
  });

  test('stay within the length and apart when they are cut or equal', () => {
    const names = buildNames('Orders', {
      a: 'Same',
      b: 'same!',
      c: 'x'.repeat(200),
      d: `${'x'.repeat(200)}y`,
    });
    const cut = ['a', 'b', 'c', 'd'].map((id) => names.get(id, 30));
    expect(new Set(cut).size).toBe(4);
    for (const name of cut) expect(name).toMatch(/^[a-z][a-z0-9-]{0,29}$/);
  });

  test.each(hostileTexts)('of %j are names AWS takes', (text) => {
    const names = buildNames(text, { [text]: text });
    for (const max of [12, 63, 255]) {
      expect(names.get(text, max)).toMatch(new RegExp(`^[a-z]([a-z0-9]|-(?!-)){0,${max - 1}}$`));
    }
  });

  test('a hash depends on the text alone', () => {
    expect(shortHash('a')).toBe(shortHash('a'));
    expect(new Set(hostileTexts.map(shortHash)).size).toBe(new Set(hostileTexts).size);
  });
});

describe('identifiers', () => {
  test('words come from any spelling', () => {
    expect(splitWords('clickStream-über_2')).toEqual(['click', 'stream', 'uber', '2']);
    expect(toPascalCase(joinWords('click-stream', 'stream'))).toBe('ClickStream');
    expect(toCamelCase(joinWords('漢字', 'role'))).toBe('itemRole');
  });

  test('are given once, and never a reserved word', () => {
    const allocator = new IdentifierAllocator(['class']);
    expect(allocator.allocate('class', 'classStream')).toBe('classStream');
    expect(allocator.allocate('a')).toBe('a');
    expect(allocator.allocate('a')).toBe('a2');
    expect(allocator.allocate('1st')).toBe('n1st');
  });

  test.each(hostileTexts)(
    'a project of %j has names that npm, CloudFormation and TypeScript take',
    (text) => {
      const { className, fileName, packageName, stackName } = nameProject(text);
      expect(className).toMatch(/^[A-Z][A-Za-z0-9]*Stack$/);
      expect(fileName).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(packageName).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(stackName).toMatch(/^[A-Za-z][A-Za-z0-9-]{0,127}$/);
    },
  );
});
