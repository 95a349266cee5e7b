import type { DesignRule, EdgeReach, EdgeRule, NodeReach, NodeRule, Rule } from './define-rule.ts';

/** Rules by what they are asked about, so that a check touches only those that apply. */
export interface RuleIndex {
  designRules: readonly DesignRule[];
  getNodeRules(service: string, reach: NodeReach): readonly NodeRule[];
  getEdgeRules(from: string, to: string, reach: EdgeReach): readonly EdgeRule[];
}

/** Sorts rules by scope, service and reach; the answers are remembered. */
export function createRuleIndex(rules: readonly Rule[]): RuleIndex {
  const nodeRules = rules.filter((rule) => rule.scope === 'node');
  const edgeRules = rules.filter((rule) => rule.scope === 'edge');
  const ofNodes = new Map<string, readonly NodeRule[]>();
  const ofEdges = new Map<string, readonly EdgeRule[]>();
  return {
    designRules: rules.filter((rule) => rule.scope === 'design'),
    getNodeRules: (service, reach) =>
      remember(ofNodes, `${service} ${reach}`, () =>
        nodeRules.filter((rule) => rule.reach === reach && includes(rule.services, service)),
      ),
    getEdgeRules: (from, to, reach) =>
      remember(ofEdges, `${from} ${to} ${reach}`, () =>
        edgeRules.filter(
          (rule) => rule.reach === reach && includes(rule.from, from) && includes(rule.to, to),
        ),
      ),
  };
}

function includes(services: readonly string[] | undefined, service: string): boolean {
  return services === undefined || services.includes(service);
}

function remember<Value>(memory: Map<string, Value>, key: string, build: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = build();
  memory.set(key, value);
  return value;
}
