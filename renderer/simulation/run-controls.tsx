import { Pause, Play, SkipBack, SkipForward, Square } from 'lucide-react';
import { numberLimits } from '../../shared/graph/value-limits.ts';
import { useDesign } from '../state/design-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { RangedNumber } from '../ui/ranged-number.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { runCommand } from '../commands/run-command.ts';
import { formatClock, formatSpan } from './format-numbers.ts';
import { jumpTo, setSpeed, speeds, togglePlaying, usePlayback, useSlowSeconds } from './playback.ts';
import { setRequest, useRun } from './run-store.ts';
import styles from './simulation-panel.module.css';

/** What the engine takes when the design names no scenario. */
const asDrawn = { durationSeconds: 3600, seed: 1 };

export function RunControls() {
  const scenarios = useDesign((state) => state.design.scenarios);
  const request = useRun((state) => state.request);
  const isRunning = useRun((state) => state.isRunning);
  const hasResult = useRun((state) => state.result !== undefined);
  const isStale = useIsStale();
  const scenario = scenarios.find((candidate) => candidate.id === request.scenario);
  const usual = scenario ?? scenarios[0] ?? asDrawn;
  return (
    <div className={styles.controls} role="toolbar" aria-label="Simulation">
      {isRunning ? (
        <Button onClick={() => runCommand('simulate.stop')}>
          <Square size={13} aria-hidden /> Stop
        </Button>
      ) : (
        <Button variant="primary" onClick={() => runCommand('simulate.run')}>
          <Play size={13} aria-hidden /> Run
        </Button>
      )}
      <div className={styles.scenario}>
        <SelectInput
          label="Scenario"
          value={scenario?.id ?? scenarios[0]?.id ?? ''}
          options={
            scenarios.length === 0
              ? [{ value: '', label: 'As drawn' }]
              : scenarios.map((item) => ({
                  value: item.id,
                  label: item.name,
                  help: `${formatSpan(item.durationSeconds)}, seed ${item.seed}${item.loadFactor === undefined ? '' : `, load × ${item.loadFactor}`}`,
                }))
          }
          onChange={(id) => setRequest({ scenario: id, durationSeconds: undefined, seed: undefined })}
        />
      </div>
      <div className={styles.control}>
        Duration
        <span className={styles.duration}>
          <RangedNumber
            layout="row"
            label="Duration in minutes"
            value={request.durationSeconds ?? null}
            limit={numberLimits.durationSeconds}
            placeholder={String(usual.durationSeconds / 60)}
            unit="min"
            scale={1 / 60}
            onChange={(durationSeconds) => setRequest({ durationSeconds })}
            onClear={() => setRequest({ durationSeconds: undefined })}
          />
        </span>
      </div>
      <div className={styles.control}>
        Seed
        <span className={styles.seed}>
          <RangedNumber
            layout="row"
            label="Seed"
            value={request.seed ?? null}
            limit={numberLimits.seed}
            placeholder={String(usual.seed)}
            onChange={(seed) => setRequest({ seed })}
            onClear={() => setRequest({ seed: undefined })}
          />
        </span>
      </div>
      {hasResult ? (
        <>
          <span className={styles.divider} />
          <PlaybackControls />
          {isStale ? <span className={styles.stale}>The design has changed since this run.</span> : null}
        </>
      ) : null}
    </div>
  );
}

/** Positions and texts do not change a result; anything else may. */
function useIsStale(): boolean {
  const design = useDesign((state) => state.design);
  const ran = useRun((state) => state.ranDesign);
  if (!ran || ran === design) return false;
  if (
    ran.edges !== design.edges ||
    ran.workloads !== design.workloads ||
    ran.scenarios !== design.scenarios
  ) {
    return true;
  }
  return (
    ran.nodes.length !== design.nodes.length ||
    ran.nodes.some((node, index) => {
      const now = design.nodes[index];
      return now?.id !== node.id || now.service !== node.service || now.properties !== node.properties;
    })
  );
}

function PlaybackControls() {
  const isPlaying = usePlayback((state) => state.isPlaying);
  const speed = usePlayback((state) => state.speed);
  const seconds = useSlowSeconds();
  return (
    <>
      <IconButton
        label="To the start"
        keys="Home"
        icon={<SkipBack size={14} />}
        onClick={() => jumpTo('start')}
      />
      <IconButton
        label={isPlaying ? 'Pause' : 'Play'}
        keys="P"
        icon={isPlaying ? <Pause size={14} /> : <Play size={14} />}
        onClick={togglePlaying}
      />
      <IconButton
        label="To the end"
        keys="End"
        icon={<SkipForward size={14} />}
        onClick={() => jumpTo('end')}
      />
      <div className={styles.speed}>
        <SelectInput
          label="Speed of the replay"
          value={String(speed)}
          options={speeds.map((value) => ({ value: String(value), label: `${value}×` }))}
          onChange={(value) => setSpeed(Number(value))}
        />
      </div>
      <span className={styles.clock}>{formatClock(seconds)}</span>
    </>
  );
}
