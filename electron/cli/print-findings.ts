import type { DesignTarget } from '../../shared/graph/design.ts';
import type { Finding, Severity } from '../../shared/rules/finding.ts';
import { getSource } from '../../shared/sources/registry.ts';

/** A finding as JSON: what the panel shows, repairs by name. */
export function describeFinding(finding: Finding) {
  return {
    rule: finding.rule,
    key: finding.key,
    severity: finding.severity,
    message: finding.message,
    why: finding.why,
    targets: finding.targets,
    sources: finding.sources,
    repairs: finding.repairs.map(({ id, label, safe }) => ({ id, label, safe })),
    ...(finding.suppressed !== undefined && { suppressed: finding.suppressed }),
  };
}

/** How many findings of each weight are open, and how many the designer has accepted. */
export function countFindings(findings: readonly Finding[]) {
  const open = findings.filter((finding) => finding.suppressed === undefined);
  const count = (severity: Severity): number =>
    open.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    advice: count('advice'),
    accepted: findings.length - open.length,
  };
}

/** Findings for people: place, message, repairs, sources. */
export function printFindings(findings: readonly Finding[]): string {
  return findings.map(printFinding).join('\n\n');
}

function printFinding(finding: Finding): string {
  const [target] = finding.targets;
  const accepted = finding.suppressed === undefined ? '' : ` (accepted: ${finding.suppressed})`;
  const repairs = finding.repairs.map((repair) => repair.label).join('; ');
  return [
    `${finding.severity}  ${printTarget(target)}  ${finding.rule}${accepted}`,
    `  ${finding.message}`,
    ...(repairs === '' ? [] : [`  Repair: ${repairs}`]),
    `  Source: ${finding.sources.map((key) => `${key} (${getSource(key).title})`).join(', ')}`,
  ].join('\n');
}

/** `node in.shardCount`, `edge a-to-b`, `design`. */
export function printTarget(target: DesignTarget | undefined): string {
  if (!target || target.kind === 'design') return 'design';
  const property = target.property === undefined ? '' : `.${target.property}`;
  return `${target.kind} ${target.id}${property}`;
}

/** `2 errors, 1 warning`; `nothing found` when there is nothing. */
export function printCounts(counts: ReturnType<typeof countFindings>): string {
  const parts = [
    [counts.errors, 'error', 'errors'],
    [counts.warnings, 'warning', 'warnings'],
    [counts.advice, 'piece of advice', 'pieces of advice'],
    [counts.accepted, 'accepted finding', 'accepted findings'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  return said.length === 0 ? 'nothing found' : said.join(', ');
}
