import type { DesignRule, EdgeReach, EdgeRule, NodeReach, NodeRule, Rule } from './define-rule.ts';

/** Rules by what they are asked about, so that a check touches only those that apply. */
export interface RuleIndex {
  getDesignRules(reach: DesignRule['reach']): readonly DesignRule[];
  getNodeRules(reach: NodeReach, service: string): readonly NodeRule[];
  getEdgeRules(reach: EdgeReach, from: string, to: string): readonly EdgeRule[];
  /** Whether any rule looks that far; most checks need not walk the whole design. */
  hasNodeRules(reach: NodeReach): boolean;
  hasEdgeRules(reach: EdgeReach): boolean;
}

/** Sorts rules by scope, reach and service; the answers are remembered. */
export function createRuleIndex(rules: readonly Rule[]): RuleIndex {
  const designRules = groupByReach(rules.filter((rule) => rule.scope === 'design'));
  const nodeRules = groupByReach(rules.filter((rule) => rule.scope === 'node'));
  const edgeRules = groupByReach(rules.filter((rule) => rule.scope === 'edge'));
  const ofNodes = new Map<NodeReach, Map<string, readonly NodeRule[]>>();
  const ofEdges = new Map<EdgeReach, Map<string, Map<string, readonly EdgeRule[]>>>();
  return {
    getDesignRules: (reach) => designRules.get(reach) ?? [],
    getNodeRules: (reach, service) => {
      const byService = remember(ofNodes, reach, () => new Map<string, readonly NodeRule[]>());
      return remember(byService, service, () =>
        (nodeRules.get(reach) ?? []).filter((rule) => includes(rule.services, service)),
      );
    },
    getEdgeRules: (reach, from, to) => {
      const bySender = remember(ofEdges, reach, () => new Map<string, Map<string, readonly EdgeRule[]>>());
      const byReceiver = remember(bySender, from, () => new Map<string, readonly EdgeRule[]>());
      return remember(byReceiver, to, () =>
        (edgeRules.get(reach) ?? []).filter((rule) => includes(rule.from, from) && includes(rule.to, to)),
      );
    },
    hasNodeRules: (reach) => nodeRules.has(reach),
    hasEdgeRules: (reach) => edgeRules.has(reach),
  };
}

function groupByReach<Item extends Rule>(items: readonly Item[]): Map<Item['reach'], Item[]> {
  const groups = new Map<Item['reach'], Item[]>();
  for (const item of items) remember(groups, item.reach, (): Item[] => []).push(item);
  return groups;
}

function includes(services: readonly string[] | undefined, service: string): boolean {
  return services === undefined || services.includes(service);
}

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, build: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = build();
  memory.set(key, value);
  return value;
}
