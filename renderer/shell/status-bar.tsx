import { Check, CircleDot, CircleX, Globe, Lightbulb, TriangleAlert, X } from 'lucide-react';
import { useMemo } from 'react';
import { useZoom } from '../canvas/zoom-store.ts';
import { runCommand } from '../commands/run-command.ts';
import { isDirty, useDesign } from '../state/design-store.ts';
import { countBySeverity, useFindings } from '../state/findings-store.ts';
import { clearSelection } from '../state/selection-store.ts';
import { useStatus } from '../state/status-store.ts';
import { showTab, useView } from '../state/view-store.ts';
import styles from './shell.module.css';

export function StatusBar() {
  return (
    <footer className={styles.statusBar} aria-label="Status">
      <ProblemCounts />
      <SavedState />
      <Tasks />
      <span className={styles.spacer} />
      <PointerMode />
      <ZoomLevel />
      <RegionName />
    </footer>
  );
}

function ProblemCounts() {
  const findings = useFindings((state) => state.findings);
  const counts = useMemo(() => countBySeverity(findings), [findings]);
  return (
    <button
      type="button"
      className={styles.statusItem}
      aria-label={`${counts.error} errors, ${counts.warning} warnings, ${counts.advice} advice`}
      onClick={() => showTab('problems')}
    >
      <CircleX size={13} aria-hidden style={{ color: counts.error > 0 ? 'var(--error)' : undefined }} />
      {counts.error}
      <TriangleAlert
        size={13}
        aria-hidden
        style={{ color: counts.warning > 0 ? 'var(--warning-mark)' : undefined }}
      />
      {counts.warning}
      <Lightbulb size={13} aria-hidden style={{ color: counts.advice > 0 ? 'var(--advice)' : undefined }} />
      {counts.advice}
    </button>
  );
}

function SavedState() {
  const dirty = useDesign(isDirty);
  const place = useDesign((state) => state.place);
  const text = place?.readOnly
    ? 'Read-only: save as'
    : dirty
      ? 'Not saved'
      : place?.folder === undefined
        ? 'New'
        : 'Saved';
  return (
    <button
      type="button"
      className={styles.statusItem}
      title={place?.folder === undefined ? undefined : `${place.name} in ${place.folder}`}
      onClick={() => runCommand('file.save')}
    >
      {dirty ? <CircleDot size={12} aria-hidden /> : <Check size={12} aria-hidden />}
      {text}
    </button>
  );
}

function Tasks() {
  const tasks = useStatus((state) => state.tasks);
  return [...tasks].map(([id, task]) => (
    <span key={id} className={styles.statusItem} role="status">
      {task.label}
      <span
        className={styles.progress}
        role="progressbar"
        aria-label={task.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={task.fraction === undefined ? undefined : Math.round(task.fraction * 100)}
      >
        <span
          className={styles.progressBar}
          data-unknown={task.fraction === undefined}
          style={{
            display: 'block',
            transform: task.fraction === undefined ? undefined : `scaleX(${task.fraction})`,
          }}
        />
      </span>
      {task.fraction === undefined ? null : `${Math.round(task.fraction * 100)} %`}
      {task.cancel ? (
        <button
          type="button"
          className={styles.statusItem}
          aria-label={`Cancel: ${task.label}`}
          onClick={task.cancel}
        >
          <X size={12} aria-hidden /> Cancel
        </button>
      ) : null}
    </span>
  ));
}

function PointerMode() {
  const mode = useView((state) => state.pointerMode);
  return (
    <button
      type="button"
      className={styles.statusItem}
      title="How wheel and drag move the canvas"
      onClick={() => runCommand('view.pointer-mode')}
    >
      {mode === 'map' ? 'Wheel zooms' : 'Wheel pans'}
    </button>
  );
}

function ZoomLevel() {
  const percent = useZoom((state) => state.percent);
  return (
    <button
      type="button"
      className={styles.statusItem}
      title="Zoom to 100 %"
      onClick={() => runCommand('view.zoom-reset')}
    >
      {percent} %
    </button>
  );
}

function RegionName() {
  const region = useDesign((state) => state.design.settings.region);
  return (
    <button
      type="button"
      className={styles.statusItem}
      title="Region of the design"
      onClick={() => {
        clearSelection();
        useView.setState({ isRightOpen: true });
      }}
    >
      <Globe size={12} aria-hidden /> {region}
    </button>
  );
}
