import { describe, expect, it } from 'vitest';
import { findGrantSet } from '../../../shared/integrations/grant-sets.ts';
import { findKind, kinds } from '../../../shared/integrations/kinds.ts';
import { findPairRule, getMediatorChains, pairRules } from '../../../shared/integrations/registry.ts';
import { getPairVerdict } from '../../../shared/integrations/verdict.ts';
import { findSource } from '../../../shared/sources/registry.ts';

describe('pair rules', () => {
  it('hold every row of the book exactly once', () => {
    expect(pairRules).toHaveLength(954);
    const ids = pairRules.map((rule) => rule.id).sort();
    expect(new Set(ids).size).toBe(954);
    expect([ids[0], ids.at(-1)]).toEqual(['E-0001', 'E-0954']);
    expect(new Set(pairRules.map((rule) => `${rule.source} ${rule.target}`)).size).toBe(954);
  });

  it('count their verdicts as the book does, one row ruled out by the notes', () => {
    const counts: Record<string, number> = {};
    for (const rule of pairRules) counts[rule.verdict] = (counts[rule.verdict] ?? 0) + 1;
    expect(counts).toEqual({ direct: 534, via: 299, impossible: 102, discouraged: 19 });
  });

  it.each(pairRules.map((rule) => [rule.id, rule] as const))('%s is complete', (_id, rule) => {
    expect(findKind(rule.source)).toBeDefined();
    expect(findKind(rule.target)).toBeDefined();
    expect(rule.mechanism).not.toBe('');
    expect(rule.via.length > 0).toBe(rule.verdict === 'via' || rule.id === 'E-0213');
    for (const mediator of rule.via.flat()) expect(findKind(mediator), mediator).toBeDefined();
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const key of rule.sources) expect(findSource(key), key).toBeDefined();
    for (const { principal, grants } of rule.permissions) {
      expect(principal).toMatch(
        /^(source|target|caller|readers|writers|service-linked|[a-z.-]+\.amazonaws\.com)$|^[a-z0-9-]+$/,
      );
      for (const grant of grants) expect(findGrantSet(grant), grant).toBeDefined();
    }
    for (const { resource } of rule.admits ?? []) {
      expect(['source', 'target', ...rule.via.flat()]).toContain(resource);
    }
    expect(getPairVerdict(rule.source, rule.target)).toMatchObject({
      verdict: rule.verdict,
      via: rule.via,
      kind: rule.kind,
      rule: rule.id,
    });
  });

  it('name mediators of via rows as holders of permissions only when they are in the chain', () => {
    const ids = new Set(kinds.map((kind) => kind.id));
    const strangers = pairRules.flatMap((rule) =>
      rule.permissions
        .filter(({ principal }) => ids.has(principal) && !rule.via.flat().includes(principal))
        .map(({ principal }) => `${rule.id} ${principal}`),
    );
    expect(strangers).toEqual([]);
  });

  // Federated connectors pull from their store, and a model artifact is a reference, not data.
  const pulledByConnector = new Set([
    'dynamodb',
    'redshift',
    'rds',
    'aurora',
    'opensearch',
    'timestream',
    'onprem-db',
    'msk',
    'cw-logs',
  ]);

  it('have chains whose hops are all direct, connectors and the model artifact aside', () => {
    const broken: string[] = [];
    for (const rule of pairRules) {
      for (const chain of rule.via) {
        const stops = [rule.source, ...chain, rule.target];
        for (let hop = 0; hop + 1 < stops.length; hop += 1) {
          const [from = '', to = '', next = ''] = stops.slice(hop, hop + 3);
          if (findPairRule(from, to)?.verdict === 'direct') continue;
          const connector = to === 'lambda' && next === 'athena' && pulledByConnector.has(from);
          const artifact = rule.source === 'sm-training' && from === 's3' && to === 'sm-endpoint';
          // The function reads the database; the discouraged edge is a database that calls the function.
          const reads = rule.id === 'E-0512' && from === 'rds';
          if (!connector && !artifact && !reads) broken.push(`${rule.id}: ${from} → ${to}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it('give the chains of a pair, best first', () => {
    expect(getMediatorChains('firehose', 'redshift')).toEqual([['s3']]);
    expect(getMediatorChains('kds', 'athena')).toEqual([['firehose', 's3', 'glue-catalog']]);
    expect(getMediatorChains('kds', 'lambda')).toEqual([]);
    expect(getMediatorChains('lambda', 'nowhere')).toEqual([]);
  });
});
