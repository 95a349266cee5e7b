import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusesText, scanJson, scanLimits } from '../../../shared/graph/scan-json.ts';

const valid = [
  '{}',
  '[]',
  ' {"a" : [1, -0, 2.5e-3, true, false, null, "x\\u00e9\\n"]}\r\n',
  '"text"',
  '0',
  '{"a":{"b":{"a":1}}}',
  '[[],{},[[]]]',
];

const invalid: [string, { kind: string; line: number; column: number; message: RegExp }][] = [
  ['', { kind: 'syntax', line: 1, column: 1, message: /empty/ }],
  [' \n\t', { kind: 'syntax', line: 2, column: 2, message: /empty/ }],
  ['{"a": 1,}', { kind: 'syntax', line: 1, column: 8, message: /comma before "}"/ }],
  ['[1\n2]', { kind: 'syntax', line: 2, column: 1, message: /Expected "," or "]", found "2"/ }],
  ['{"a": 1', { kind: 'syntax', line: 1, column: 8, message: /end of the text/ }],
  ['{"a": "cut', { kind: 'syntax', line: 1, column: 7, message: /no end/ }],
  ['{"a": "line\nbreak"}', { kind: 'syntax', line: 1, column: 12, message: /end on its line/ }],
  ['{a: 1}', { kind: 'syntax', line: 1, column: 2, message: /key in double quotes, found "a"/ }],
  ['{"a" 1}', { kind: 'syntax', line: 1, column: 6, message: /Expected ":" after the key "a"/ }],
  ['{"a": 1} x', { kind: 'syntax', line: 1, column: 10, message: /end of the text, found "x"/ }],
  ['[012]', { kind: 'syntax', line: 1, column: 2, message: /found "012"/ }],
  ['[1.]', { kind: 'syntax', line: 1, column: 2, message: /found "1."/ }],
  ['[nullable]', { kind: 'syntax', line: 1, column: 2, message: /found "nullable"/ }],
  ['[NaN]', { kind: 'syntax', line: 1, column: 2, message: /found "NaN"/ }],
  ['["\\x"]', { kind: 'syntax', line: 1, column: 3, message: /backslash/ }],
  ['[\u0000]', { kind: 'syntax', line: 1, column: 2, message: /U\+0000/ }],
  ['[1e999]', { kind: 'number-range', line: 1, column: 2, message: /1e999 is too large/ }],
  ['{"a":1,\n "a":2}', { kind: 'duplicate-key', line: 2, column: 2, message: /"a" appears twice/ }],
  ['{"a":1,"\\u0061":2}', { kind: 'duplicate-key', line: 1, column: 8, message: /"a" appears twice/ }],
  ['{"__proto__":1}', { kind: 'forbidden-key', line: 1, column: 2, message: /__proto__/ }],
  ['{"\\u005f_proto__":1}', { kind: 'forbidden-key', line: 1, column: 2, message: /__proto__/ }],
  ['\r\n\r{"constructor":1}', { kind: 'forbidden-key', line: 3, column: 2, message: /constructor/ }],
];

describe('scanJson', () => {
  it.each(valid)('accepts %s', (text) => {
    expect(scanJson(text)).toEqual([]);
  });

  it.each(invalid)('refuses %j at its place', (text, expected) => {
    const [problem] = scanJson(text);
    expect(problem).toMatchObject({ kind: expected.kind, line: expected.line, column: expected.column });
    expect(problem?.message).toMatch(expected.message);
    expect(problem !== undefined && refusesText(problem)).toBe(true);
  });

  it('stops at the depth limit without overflowing, however deep the text is', () => {
    const deepest = '['.repeat(scanLimits.depth) + ']'.repeat(scanLimits.depth);
    expect(scanJson(deepest)).toEqual([]);
    expect(scanJson('['.repeat(1_000_000))).toMatchObject([{ kind: 'depth', column: scanLimits.depth + 1 }]);
    expect(scanJson('{"a":'.repeat(300_000))).toMatchObject([{ kind: 'depth' }]);
  });

  it('stops at the number of values', () => {
    const text = `[${'1,'.repeat(scanLimits.values)}1]`;
    expect(scanJson(text)).toMatchObject([{ kind: 'size' }]);
  });

  it('lists every repeated key up to the limit', () => {
    const text = `{${'"a":1,'.repeat(300)}"b":1}`;
    expect(scanJson(text)).toHaveLength(scanLimits.problems);
  });

  it('tells of keys that differ by case without refusing the text', () => {
    const problems = scanJson('{"Name":1,"name":2}');
    expect(problems).toMatchObject([{ kind: 'similar-key' }]);
    expect(problems.some(refusesText)).toBe(false);
  });

  it('accepts whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const problems = scanJson(text).filter(
          ({ kind }) => kind !== 'similar-key' && kind !== 'forbidden-key' && kind !== 'number-range',
        );
        expect(problems).toEqual([]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('agrees with JSON.parse on mutilated texts', () => {
    const mutilated = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'e', ':', '\n'),
      )
      .map(([text, at, insert]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + insert + text.slice(place + 1);
      });
    fc.assert(
      fc.property(mutilated, (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        const refused = scanJson(text).some(({ kind }) => kind === 'syntax');
        expect(refused).toBe(!parses);
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});
