import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { printComment, printKey, printNumber, printString } from '../../../../shared/iac/cdk/literal.ts';
import { hostileTexts } from '../hostile-texts.ts';

const evaluate = (code: string): unknown => runInNewContext(`(${code})`);

describe('printString', () => {
  test.each(hostileTexts)('%j is the same text when read back', (text) => {
    expect(evaluate(printString(text))).toBe(text);
  });

  test('leaves no line end and no direction mark in the code', () => {
    for (const text of hostileTexts)
      expect(printString(text)).not.toMatch(/[\n\r\u2028\u2029\u202E\u2066\uFEFF]/);
  });
});

test.each(hostileTexts)('%j stays a key of its own', (text) => {
  const value = evaluate(`Object.entries({ ${printKey(text)}: 1 })`) as unknown[];
  expect(JSON.stringify(value)).toBe(JSON.stringify([[text, 1]]));
});

test('numbers are printed as they are, and not at all where there is no literal', () => {
  expect([0, -0, 1.5, -3, 1e21].map(printNumber)).toEqual(['0', '0', '1.5', '-3', '1e+21']);
  expect(() => printNumber(Number.NaN)).toThrow(RangeError);
  expect(() => printNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

test.each(hostileTexts)('a comment of %j is nothing but comment', (text) => {
  const lines = printComment(text);
  expect(lines.join('\n').split(/\r\n|[\n\r\u2028\u2029]/)).toHaveLength(lines.length);
  for (const line of lines) expect(line).toMatch(/^\/\//);
  expect(runInNewContext(`${lines.join('\n')}\n42`)).toBe(42);
});
