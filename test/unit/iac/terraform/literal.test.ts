import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@cdktn/hcl2json';
import { expect, test } from 'vitest';
import { text, variable } from '../../../../shared/iac/ir/expression.ts';
import {
  printComment,
  printKey,
  printNumber,
  printString,
} from '../../../../shared/iac/terraform/literal.ts';
import { buildValue } from '../../../../shared/iac/terraform/print-expression.ts';
import { hostileTexts } from '../hostile-texts.ts';

/** The parser gives strings as templates; a doubled marker there is the marker itself. */
const readTemplate = (template: unknown): string =>
  String(template).replace(/\$\$\{|%%\{/g, (marker) => marker.slice(1));

async function parseOne(body: string): Promise<Record<string, unknown>> {
  const parsed = (await parse('test.tf', `locals {\n${body}\n}\n`)) as { locals: Record<string, unknown>[] };
  expect(Object.keys(parsed)).toEqual(['locals']);
  return parsed.locals[0] ?? {};
}

test.each(hostileTexts)('%j is the same text when parsed', async (value) => {
  const { x } = await parseOne(`x = ${printString(value)}`);
  expect(readTemplate(x)).toBe(value);
});

test.each(hostileTexts)('%j stays a key', async (key) => {
  const { x } = await parseOne(`x = { ${printKey(key)} = 1 }`);
  expect(Object.keys(x as object).map(readTemplate)).toEqual([key]);
});

test.each(hostileTexts)('a comment of %j is nothing but comment', async (value) => {
  expect(await parseOne(`${printComment(value).join('\n')}\nx = 1`)).toEqual({ x: 1 });
});

function hasTerraform(): boolean {
  try {
    execFileSync('terraform', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const scope = {
  reference: () => 'local.x',
  variable: () => 'local.x',
  usePseudo: () => undefined,
};

test.runIf(hasTerraform())('Terraform itself evaluates every literal, key and template to the text', () => {
  const directory = mkdtempSync(join(tmpdir(), 'literals-'));
  try {
    const outputs = hostileTexts.map((value, index) => {
      const template = buildValue(text(value, variable('x'), value), scope);
      if (typeof template !== 'string') throw new Error('A text prints as one value.');
      return [
        `output "text${index}" {\n  value = ${printString(value)}\n}`,
        `output "key${index}" {\n  value = { ${printKey(value)} = 1 }\n}`,
        `output "template${index}" {\n  value = ${template}\n}`,
      ].join('\n');
    });
    writeFileSync(join(directory, 'main.tf'), `locals {\n  x = "-"\n}\n${outputs.join('\n')}\n`);
    const run = (...args: string[]): string =>
      execFileSync('terraform', [`-chdir=${directory}`, ...args], {
        encoding: 'utf8',
        env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
      });
    run('init', '-backend=false');
    run('apply', '-auto-approve', '-lock=false');
    const values = JSON.parse(run('output', '-json')) as Record<string, { value: unknown }>;
    hostileTexts.forEach((value, index) => {
      expect(values[`text${index}`]?.value).toBe(value);
      expect(Object.keys(values[`key${index}`]?.value as object)).toEqual([value]);
      expect(values[`template${index}`]?.value).toBe(`${value}-${value}`);
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('text is normalized as Terraform does', () => {
  expect(printString('e\u0301')).toBe('"\u00E9"');
});

test('numbers without a literal are refused', () => {
  expect(printNumber(-0)).toBe('0');
  expect(() => printNumber(Number.NaN)).toThrow(RangeError);
});
