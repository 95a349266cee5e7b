import { ZoomIn, ZoomOut } from 'lucide-react';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { Button } from '../ui/button.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { formatClock, formatSpan } from './format-numbers.ts';
import { usePlayback } from './playback.ts';
import { leaveZoom, zoomInto } from './run-actions.ts';
import { useRun } from './run-store.ts';
import styles from './simulation-panel.module.css';

/** Part of the run that is shown around the replay without a drag. */
const shareAround = 1 / 24;

/** Which stretch of the run the charts show, and the way in and back. */
export function ZoomControls({ result }: { result: SimulationResult }) {
  const zoom = useRun((state) => state.zoom);
  const isRunning = useRun((state) => state.isRunning);
  if (result.mode !== 'fluid') return null;
  const zoomAroundReplay = (): void => {
    const { seconds } = usePlayback.getState();
    const length = result.durationSeconds * shareAround;
    const latest = result.durationSeconds - length;
    const fromSeconds = Math.min(latest, Math.max(0, seconds - length / 2));
    void zoomInto({ fromSeconds, toSeconds: fromSeconds + length });
  };
  if (!zoom) {
    return (
      <div className={styles.zoom}>
        <Tooltip text="Every step around the replay. Or drag across a chart.">
          <Button size="small" disabled={isRunning} onClick={zoomAroundReplay}>
            <ZoomIn size={13} aria-hidden /> Zoom in
          </Button>
        </Tooltip>
      </div>
    );
  }
  const stretch = `${formatClock(zoom.fromSeconds)} to ${formatClock(zoom.toSeconds)}`;
  return (
    <div className={styles.zoom}>
      {zoom.error === undefined ? (
        <span className="number" role="status">
          {zoom.summary ? `${stretch}, every ${formatSpan(result.stepSeconds)}` : `Computing ${stretch}`}
        </span>
      ) : (
        <span className={styles.zoomError} role="alert">
          {zoom.error}
        </span>
      )}
      <Button size="small" disabled={isRunning} onClick={leaveZoom}>
        <ZoomOut size={13} aria-hidden /> Back to the whole run
      </Button>
    </div>
  );
}
