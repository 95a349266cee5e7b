import type { DesignTarget } from '../graph/design.ts';
import type { SourceKey } from '../sources/source.ts';
import type { Repair, Severity } from './finding.ts';
import type { DesignView, EdgeView, NodeView } from './view/design-view.ts';

/** Headings of docs/rules.md and groups of the problems panel. */
export const ruleCategories = [
  'Connections',
  'Properties',
  'Structure',
  'Capacity',
  'Data loss',
  'Delivery',
  'Storage',
  'Security',
  'Network',
  'Migration',
  'Processing',
  'Machine learning',
  'Observability',
  'Lifecycle of services',
] as const;
export type RuleCategory = (typeof ruleCategories)[number];

/** What a rule found at its subject. The engine adds what is the same for every problem of the rule. */
export interface Problem {
  /** Values found, values allowed, and what to do. */
  message: string;
  /** Property of the subject that holds the fault. */
  property?: string;
  /** Where, first target first; the subject (with `property`) when left out. */
  targets?: readonly DesignTarget[];
  /** Tells apart several problems of one rule at one place; part of the finding's key. */
  part?: string;
  /** Overrides the rule's own severity. */
  severity?: Severity;
  /** Added to the rule's own sources. */
  sources?: readonly SourceKey[];
  repairs?: readonly Repair[];
}

interface RuleBase {
  /** kebab-case, equal to the file name: the demand or the offence. */
  id: string;
  /** Numbers in the project's rule book, where the rule has any. */
  codes?: readonly `G-${string}`[];
  severity: Severity;
  category: RuleCategory;
  /** One line, for lists. */
  title: string;
  /** Why it matters, in Markdown; shown with every finding. */
  description: string;
  /** Documents the rule rests on. `ASSUMPTION` marks common practice without a published statement. */
  sources: readonly SourceKey[];
}

/**
 * How far from its subject a node rule looks. The checker runs the rule again only when something
 * within reach has changed, so a rule that looks further than it says misses changes.
 *
 * - `own`: the node, its containers and the settings.
 * - `neighbours`: also its edges and the nodes at their far ends, with those nodes' own edges.
 * - `rates`: also the estimated rates, which depend on everything upstream.
 * - `design`: anything; runs after every change, so keep it cheap and its services few.
 */
export type NodeReach = 'own' | 'neighbours' | 'rates' | 'design';

/** As `NodeReach`, for edges. `ends`: the edge and its two nodes, without their other edges. */
export type EdgeReach = 'ends' | 'neighbours' | 'rates' | 'design';

/** A rule that is asked once for every node of some services. */
export interface NodeRule extends RuleBase {
  scope: 'node';
  /** Service ids; left out means every node. */
  services?: readonly string[];
  reach: NodeReach;
  check(node: NodeView, view: DesignView): readonly Problem[];
}

/** A rule that is asked once for every edge between some services. */
export interface EdgeRule extends RuleBase {
  scope: 'edge';
  /** Service ids of the sender; left out means any. */
  from?: readonly string[];
  /** Service ids of the receiver; left out means any. */
  to?: readonly string[];
  reach: EdgeReach;
  check(edge: EdgeView, view: DesignView): readonly Problem[];
}

/**
 * A rule about the document as a whole. `structure`: reads which items there are, edges with their
 * properties, containers, workloads and scenarios, but no node's properties; `design`: reads anything
 * and runs after every change.
 */
export interface DesignRule extends RuleBase {
  scope: 'design';
  reach: 'structure' | 'design';
  check(view: DesignView): readonly Problem[];
}

export type Rule = NodeRule | EdgeRule | DesignRule;

/** Declares a rule about single nodes. */
export function defineNodeRule(rule: Omit<NodeRule, 'scope'>): NodeRule {
  return { ...rule, scope: 'node' };
}

/** Declares a rule about single edges. */
export function defineEdgeRule(rule: Omit<EdgeRule, 'scope'>): EdgeRule {
  return { ...rule, scope: 'edge' };
}

/** Declares a rule about the whole design. */
export function defineDesignRule(rule: Omit<DesignRule, 'scope'>): DesignRule {
  return { ...rule, scope: 'design' };
}
