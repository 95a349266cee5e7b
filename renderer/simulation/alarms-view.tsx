import { useMemo } from 'react';
import type { Design } from '../../shared/graph/design.ts';
import { addAlarm, removeAlarm } from '../../shared/graph/edits/set-alarm.ts';
import { adviseAlarms, type AlarmAdvice } from '../../shared/simulator/model/alarm-advice.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { SourceLinks } from '../catalog/source-links.tsx';
import { edit, useDesign } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { formatShare } from './format-numbers.ts';
import styles from './simulation-panel.module.css';

/**
 * Alarms for the limits that the run came close to.
 * @param design as it was when it ran.
 */
export function AlarmsView({ design, result }: { design: Design; result: SimulationResult }) {
  const { alarms, unwatched } = useMemo(() => adviseAlarms(design, result), [design, result]);
  if (alarms.length === 0 && unwatched.length === 0) return null;
  return (
    <div className={styles.advice}>
      {alarms.map((advice) => (
        <AlarmCard key={`${advice.node} ${advice.metric.name}`} advice={advice} />
      ))}
      {unwatched.map(({ node, name, limit, peakUtilization }) => (
        <p key={node} className={styles.adviceText}>
          {name} used {formatShare(peakUtilization)} of “{limit}”. No metric of CloudWatch tells when it
          refuses.
        </p>
      ))}
    </div>
  );
}

function AlarmCard({ advice: { node, name, metric, alarm } }: { advice: AlarmAdvice }) {
  const isSet = useDesign((state) =>
    state.design.nodes.some(
      (item) => item.id === node && item.alarms?.some((each) => each.metric === metric.name),
    ),
  );
  return (
    <section className={styles.adviceCard} aria-label={`Alarm of ${name}`}>
      <div>
        <h2 className={styles.adviceTitle}>
          {name}: alarm on {metric.name}
        </h2>
        <p className={styles.adviceText}>
          The run used {formatShare(alarm.peakUtilization)} of “{alarm.limit}”. {metric.meaning}.{' '}
          <SourceLinks sources={metric.sources} />
        </p>
      </div>
      <div className={styles.adviceAction}>
        {isSet ? (
          <>
            <span>In the exports</span>
            <Button
              size="small"
              onClick={() =>
                edit(`Remove alarm of ${name}`, (draft) => removeAlarm(draft, { node, metric: metric.name }))
              }
            >
              Remove alarm
            </Button>
          </>
        ) : (
          <Button
            size="small"
            onClick={() => edit(`Add alarm to ${name}`, (draft) => addAlarm(draft, { node, alarm }))}
          >
            Add alarm
          </Button>
        )}
      </div>
    </section>
  );
}
