import { CircleCheck, EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { restoreFinding, suppressFinding } from '../../shared/graph/edits/suppress-finding.ts';
import { textLimits } from '../../shared/graph/value-limits.ts';
import { getPlace } from '../../shared/rules/checker.ts';
import { type Finding, severities, type Severity } from '../../shared/rules/finding.ts';
import { rules } from '../../shared/rules/registry.ts';
import { countOf } from '../catalog/count-of.ts';
import { SourceLinks } from '../catalog/source-links.tsx';
import { edit, useDesign } from '../state/design-store.ts';
import { countBySeverity, useFindings } from '../state/findings-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SeverityIcon } from '../ui/severity.tsx';
import { TextInput } from '../ui/text-input.tsx';
import {
  applyRepair,
  applyToAll,
  countAlike,
  getRepairKey,
  nameTarget,
  showFinding,
} from './problem-actions.ts';
import styles from './problems-panel.module.css';

/** `1 warning`, `2 warnings`; advice has no plural. */
const countNames = (severity: Severity, count: number): string =>
  severity === 'advice' || count === 1 ? `${count} ${severity}` : `${count} ${severity}s`;

/** A long list is built in parts: nobody reads a thousand rows, but everybody would wait for them. */
const rowsAtOnce = 100;

/** What the rules say of the design; a click leads to the place, a button repairs it. */
export function ProblemsPanel() {
  const findings = useFindings((state) => state.findings);
  const design = useDesign((state) => state.design);
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [showsAccepted, setShowsAccepted] = useState(false);
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(rowsAtOnce);
  const alike = useMemo(() => countAlike(findings), [findings]);
  const counts = useMemo(() => countBySeverity(findings), [findings]);
  const accepted = findings.filter((finding) => finding.suppressed !== undefined).length;
  const words = query.trim().toLowerCase();
  const shown = findings.filter(
    (finding) =>
      !hidden.has(finding.severity) &&
      (showsAccepted || finding.suppressed === undefined) &&
      (words === '' ||
        `${finding.rule} ${finding.message} ${nameTarget(design, finding.targets[0])}`
          .toLowerCase()
          .includes(words)),
  );
  if (findings.length === 0) {
    return (
      <EmptyState icon={<CircleCheck size={24} />} title="No problems found">
        {rules.length} rules were checked on {countOf(design.nodes.length, 'service')} and{' '}
        {countOf(design.edges.length, 'connection')}: which services can be connected, property values and
        limits, capacity, permissions and encryption.
      </EmptyState>
    );
  }
  const toggle = (severity: Severity): void => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    setHidden(next);
  };
  return (
    <div className={styles.panel}>
      <div className={styles.filters} role="toolbar" aria-label="Filter problems">
        {severities.map((severity) => (
          <button
            key={severity}
            type="button"
            className={styles.filter}
            aria-pressed={!hidden.has(severity)}
            onClick={() => toggle(severity)}
          >
            <SeverityIcon severity={severity} /> {countNames(severity, counts[severity])}
          </button>
        ))}
        {accepted > 0 ? (
          <button
            type="button"
            className={styles.filter}
            aria-pressed={showsAccepted}
            onClick={() => setShowsAccepted(!showsAccepted)}
          >
            <EyeOff size={13} aria-hidden /> {accepted} accepted
          </button>
        ) : null}
        <div className={styles.search}>
          <TextInput
            type="search"
            aria-label="Search problems"
            placeholder="Search problems"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
      </div>
      <ul className={styles.list} aria-label="Problems">
        {shown.slice(0, limit).map((finding) => (
          <Problem key={finding.key} finding={finding} alike={alike} />
        ))}
        {shown.length > limit ? (
          <li className={styles.more}>
            <Button size="small" onClick={() => setLimit(limit + rowsAtOnce)}>
              Show {Math.min(rowsAtOnce, shown.length - limit)} more of {shown.length}
            </Button>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

interface ProblemProps {
  finding: Finding;
  alike: ReadonlyMap<string, number>;
}

function Problem({ finding, alike }: ProblemProps) {
  const design = useDesign((state) => state.design);
  const [isSuppressing, setSuppressing] = useState(false);
  const [target] = finding.targets;
  const key = target && target.kind !== 'design' ? `${target.kind}:${target.id}` : '';
  const isSelected = useSelection((state) => (state.keys as ReadonlySet<string>).has(key));
  return (
    <li className={styles.problem} data-selected={isSelected} data-rule={finding.rule}>
      <span className={styles.icon}>
        <SeverityIcon severity={finding.severity} />
      </span>
      <button type="button" className={styles.target} onClick={() => showFinding(finding)}>
        {nameTarget(design, target)}
      </button>
      <div>
        <button type="button" className={styles.message} onClick={() => showFinding(finding)}>
          {finding.message}
        </button>
        {isSelected ? <p className={styles.why}>{finding.why}</p> : null}
        {finding.suppressed === undefined ? null : (
          <p className={styles.why}>Accepted: {finding.suppressed}</p>
        )}
        <p className={styles.meta}>
          <span className="mono">{finding.rule}</span>
          <SourceLinks sources={finding.sources} />
        </p>
        {isSuppressing ? <SuppressForm finding={finding} onClose={() => setSuppressing(false)} /> : null}
      </div>
      <div className={styles.actions}>
        {finding.suppressed === undefined ? (
          <>
            <RepairButtons finding={finding} alike={alike} />
            <Button size="small" variant="quiet" onClick={() => setSuppressing(!isSuppressing)}>
              Accept…
            </Button>
          </>
        ) : (
          <Button
            size="small"
            onClick={() =>
              edit('Show the problem again', (draft) =>
                restoreFinding(draft, { rule: finding.rule, target: getPlace(finding) }),
              )
            }
          >
            Show again
          </Button>
        )}
      </div>
    </li>
  );
}

function RepairButtons({ finding, alike }: ProblemProps) {
  return finding.repairs.map((repair) => {
    const count = alike.get(getRepairKey(finding, repair)) ?? 0;
    return (
      <span key={repair.id} className={styles.actions}>
        <Button size="small" onClick={() => applyRepair(repair)}>
          {repair.label}
        </Button>
        {count > 1 ? (
          <Button size="small" onClick={() => applyToAll(finding.rule, repair.id, repair.label)}>
            All {count}
          </Button>
        ) : null}
      </span>
    );
  });
}

function SuppressForm({ finding, onClose }: { finding: Finding; onClose(): void }) {
  const [reason, setReason] = useState('');
  const accept = (): void => {
    if (!reason.trim()) return;
    edit('Accept a problem', (draft) =>
      suppressFinding(draft, { rule: finding.rule, target: getPlace(finding), reason: reason.trim() }),
    );
    onClose();
  };
  return (
    <form
      className={styles.suppress}
      onSubmit={(event) => {
        event.preventDefault();
        accept();
      }}
    >
      <TextInput
        autoFocus
        aria-label="Reason for accepting the problem"
        maxLength={textLimits.longText}
        placeholder="Why is this acceptable? Kept in the design."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button size="small" type="submit" disabled={!reason.trim()}>
        Accept
      </Button>
    </form>
  );
}
