import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { printMembers, type YamlValue } from '../../../../shared/iac/cloudformation/yaml.ts';
import { hostileTexts } from '../hostile-texts.ts';

/** CloudFormation reads YAML 1.1, where more words than `true` mean something. */
const read = (value: YamlValue): unknown[] =>
  (['1.1', '1.2'] as const).map((version) => {
    const document = parse(printMembers({ value }).join('\n'), { version }) as { value: unknown };
    return document.value;
  });

const texts = [
  ...hostileTexts,
  ...[
    '',
    ' ',
    'yes',
    'No',
    'on',
    'null',
    '~',
    'true',
    '1',
    '0x1f',
    '1e3',
    '12:30:45',
    '2010-09-09',
    '=',
    '<<',
  ],
  ...[
    '- a',
    'a: b',
    'a:b',
    'a #b',
    '#a',
    '!Ref x',
    '&a',
    '*a',
    '%a',
    '@a',
    '`a`',
    '|',
    '>',
    '{a}',
    '[a]',
    ': ',
  ],
  ...[
    'a\nb',
    'a\nb\n',
    'a\n\nb',
    ' a\nb',
    'a\n  b\n    c\n',
    'a\n \nb',
    '\na',
    'a\n\n',
    'a\tb\nc',
    'a\r\nb',
    'a \nb',
  ],
  ...['a\u0085b', '\u2028', '\u0000', '\u007F', '\uFEFFa', '漢字', '😀', 'arn:aws:s3:::x', 'a "b" \\ \'c\''],
].filter((text) => !/\p{Surrogate}/u.test(text));

describe('YAML', () => {
  test.each(texts)('keeps the text %j', (text) => {
    expect(read(text)).toEqual([text, text]);
    expect(read([text, { [text]: text }])).toEqual([
      [text, { [text]: text }],
      [text, { [text]: text }],
    ]);
  });

  test('keeps numbers, flags, lists and empty values', () => {
    const value = { a: [1, -0.5, 1e21, [], {}, [[2], { b: { c: true } }]], d: {}, e: [{ f: [1] }] };
    expect(read(value)).toEqual([value, value]);
  });

  test('leaves undefined members out and refuses what is no number', () => {
    expect(printMembers({ a: undefined, b: 1 })).toEqual(['b: 1']);
    expect(() => printMembers({ a: Number.NaN })).toThrow(RangeError);
  });
});
