import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSource, getSource, sources } from '../../../shared/sources/registry.ts';

/** Text of every product file that may name source keys. */
function readProductFiles(): { path: string; text: string }[] {
  const root = join(import.meta.dirname, '../../../shared');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('sources'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

describe('source registry', () => {
  it('has one document per key', () => {
    const keys = sources.map((source) => source.key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('gives every document a title, an ISO date and, notes and derivations aside, an https address', () => {
    for (const source of sources) {
      expect(source.title.length, source.key).toBeGreaterThan(2);
      expect(source.checked, source.key).toMatch(/^2026-\d\d-\d\d$/);
      const internal = /^N(-\d{3})?$|^ASSUMPTION$|^DERIVED$/.test(source.key);
      if (internal) expect(source.url, source.key).toBeUndefined();
      else expect(source.url, source.key).toMatch(/^https:\/\/[a-z.]+\/\S+$/);
    }
  });

  it('keeps the three codes that stood for two pages apart', () => {
    expect(getSource('KDS-Q').url).toContain('service-sizes-and-limits');
    expect(getSource('KDS-QUEUES').url).toContain('queues-quotas');
    expect(getSource('FH-BUF').url).toContain('create-configure-backup');
    expect(getSource('FH-DP').url).toContain('dev/buffering');
    expect(getSource('RS-COPY').url).toContain('best-practices');
    expect(getSource('RS-COPY-CMD').url).toContain('r_COPY');
  });

  it('quotes the notes, one source per rule', () => {
    expect(getSource('N-083').title).toContain('number_of_shards = max');
    expect(getSource('N-225').title).toContain('EFS');
    expect(findSource('N-247')).toBeDefined();
    expect(findSource('N-248')).toBeUndefined();
  });

  it('says so when a key is misspelt', () => {
    expect(() => getSource('KDS-QQ')).toThrow('no key "KDS-QQ"');
  });

  it('resolves every key that a `sources` list of the product names', () => {
    const unresolved: string[] = [];
    for (const { path, text } of readProductFiles()) {
      for (const list of text.matchAll(/\bsources: \[([^\]]*)\]/g)) {
        for (const key of (list[1] ?? '').matchAll(/'([A-Z][\w-]*)'/g)) {
          if (!findSource(key[1] ?? '')) unresolved.push(`${path}: ${key[1]}`);
        }
      }
    }
    expect(unresolved).toEqual([]);
  });
});
