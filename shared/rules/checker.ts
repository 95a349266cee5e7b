import type { Design, DesignTarget } from '../graph/design.ts';
import type { DesignRule, EdgeReach, NodeReach, Problem, Rule } from './define-rule.ts';
import type { Finding, Severity } from './finding.ts';
import { createRuleIndex } from './rule-index.ts';
import type { MutableEdge, MutableNode, MutableView } from './view/build-view.ts';
import type { DesignView } from './view/design-view.ts';
import { updateView } from './view/update-view.ts';

/** Checks one design again and again, doing only the work that a change calls for. */
export interface Checker {
  /**
   * Findings of the design, errors first, then in document order. Cheap when `design` shares its
   * unchanged parts with the one of the call before, as Immer makes them.
   */
  check(design: Design): Finding[];
}

const reaches = ['own', 'ends', 'neighbours', 'rates', 'design'] as const;

/** Findings of one subject, kept by how far the rules look. */
type FindingsByReach = Partial<Record<NodeReach | EdgeReach, readonly Finding[]>>;

/** A checker with the given rules; it remembers the last design it saw. */
export function createChecker(rules: readonly Rule[]): Checker {
  const index = createRuleIndex(rules);
  const findings = new Map<MutableNode | MutableEdge, FindingsByReach>();
  const ofDesign: Record<DesignRule['reach'], readonly Finding[]> = { structure: [], design: [] };
  let view: MutableView | undefined;

  const checkNodes = (nodes: Iterable<MutableNode>, reach: NodeReach, of: DesignView): void => {
    if (!index.hasNodeRules(reach)) return;
    for (const node of nodes) {
      const nodeRules = index.getNodeRules(reach, node.service);
      if (nodeRules.length === 0) continue;
      const subject: DesignTarget = { kind: 'node', id: node.id };
      const found = nodeRules.flatMap((rule) => runRule(rule, subject, () => rule.check(node, of)));
      store(findings, node, reach, found);
    }
  };
  const checkEdges = (edges: Iterable<MutableEdge>, reach: EdgeReach, of: DesignView): void => {
    if (!index.hasEdgeRules(reach)) return;
    for (const edge of edges) {
      const edgeRules = index.getEdgeRules(reach, edge.source.service, edge.target.service);
      if (edgeRules.length === 0) continue;
      const subject: DesignTarget = { kind: 'edge', id: edge.id };
      const found = edgeRules.flatMap((rule) => runRule(rule, subject, () => rule.check(edge, of)));
      store(findings, edge, reach, found);
    }
  };
  const checkWhole = (reach: DesignRule['reach'], of: DesignView): void => {
    ofDesign[reach] = index
      .getDesignRules(reach)
      .flatMap((rule) => runRule(rule, { kind: 'design' }, () => rule.check(of)));
  };

  return {
    check(design) {
      const update = updateView(view, design);
      view = update.view;
      if (update.isRebuilt) findings.clear();
      if (!update.isUnchanged) {
        checkNodes(update.nodes, 'own', view);
        checkNodes(update.near, 'neighbours', view);
        checkNodes(update.rated, 'rates', view);
        checkNodes(view.nodes, 'design', view);
        checkEdges(update.edges, 'ends', view);
        checkEdges(update.nearEdges, 'neighbours', view);
        checkEdges(update.ratedEdges, 'rates', view);
        checkEdges(view.edges, 'design', view);
        if (update.isStructural) checkWhole('structure', view);
        checkWhole('design', view);
      }
      return arrange(design, (visit) => {
        ofDesign.structure.forEach(visit);
        ofDesign.design.forEach(visit);
        for (const list of [update.view.nodes, update.view.edges]) {
          for (const item of list) visitAll(findings.get(item), visit);
        }
      });
    },
  };
}

function visitAll(found: FindingsByReach | undefined, visit: (finding: Finding) => void): void {
  if (!found) return;
  // Always in this order: the slots were filled in the order of the edits.
  for (const reach of reaches) found[reach]?.forEach(visit);
}

function store(
  findings: Map<MutableNode | MutableEdge, FindingsByReach>,
  subject: MutableNode | MutableEdge,
  reach: NodeReach | EdgeReach,
  found: readonly Finding[],
): void {
  const known = findings.get(subject);
  if (known) known[reach] = found;
  else if (found.length > 0) findings.set(subject, { [reach]: found });
}

/** Runs a rule; a rule that fails says so instead of taking the app down with it. */
function runRule(rule: Rule, subject: DesignTarget, check: () => readonly Problem[]): Finding[] {
  try {
    return withUniqueKeys(check().map((problem) => toFinding(rule, subject, problem)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem: Problem = {
      message: `The rule could not be checked here: ${reason} Please report this.`,
      part: 'failed',
      severity: 'advice',
    };
    return [toFinding(rule, subject, problem)];
  }
}

/** A second problem with the same key gets a number, so that keys name one finding each. */
function withUniqueKeys(found: Finding[]): Finding[] {
  if (found.length < 2) return found;
  const times = new Map<string, number>();
  return found.map((finding) => {
    const time = (times.get(finding.key) ?? 0) + 1;
    times.set(finding.key, time);
    return time === 1 ? finding : { ...finding, key: `${finding.key}#${time}` };
  });
}

function toFinding(rule: Rule, subject: DesignTarget, problem: Problem): Finding {
  const property = problem.property;
  const own = subject.kind === 'design' || property === undefined ? subject : { ...subject, property };
  const targets = problem.targets && problem.targets.length > 0 ? problem.targets : [own];
  const places = targets.map((target) => (target.kind === 'design' ? 'design' : target.id));
  return {
    rule: rule.id,
    key: [rule.id, places.join('+'), property, problem.part].filter((part) => part !== undefined).join(':'),
    severity: problem.severity ?? rule.severity,
    message: problem.message,
    why: rule.description,
    targets,
    sources: problem.sources ? [...new Set([...problem.sources, ...rule.sources])] : rule.sources,
    repairs: problem.repairs ?? [],
  };
}

/** Errors first; within a severity the order in which `walk` visits. Marks what was accepted. */
function arrange(design: Design, walk: (visit: (finding: Finding) => void) => void): Finding[] {
  const accepted = new Map(design.suppressions.map((item) => [`${item.rule} ${item.target}`, item.reason]));
  const lists: Record<Severity, Finding[]> = { error: [], warning: [], advice: [] };
  walk((finding) => {
    const reason = accepted.size > 0 ? accepted.get(`${finding.rule} ${getPlace(finding)}`) : undefined;
    lists[finding.severity].push(reason === undefined ? finding : { ...finding, suppressed: reason });
  });
  return [...lists.error, ...lists.warning, ...lists.advice];
}

/** What a suppression of the finding names: the id of its first target, or `design`. */
export function getPlace(finding: Finding): string {
  const target = finding.targets[0];
  return target === undefined || target.kind === 'design' ? 'design' : target.id;
}
