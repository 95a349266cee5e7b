import { useEffect, useMemo, useRef } from 'react';
import styles from './node-readings.module.css';
import { registerReadings } from './readings.ts';
import { useRun } from './run-store.ts';
import { buildSparkline } from './series.ts';

const spark = { width: 40, height: 24 };

/** What a node did at the moment the replay shows. */
export function NodeReadings({ id }: { id: string }) {
  const summary = useRun((state) => state.result?.nodes.find((node) => node.id === id));
  const hasResult = useRun((state) => state.result !== undefined);
  const rate = useRef<HTMLSpanElement>(null);
  const state = useRef<HTMLSpanElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!summary || !rate.current || !state.current || !bar.current) return undefined;
    return registerReadings(id, { summary, rate: rate.current, state: state.current, bar: bar.current });
  }, [id, summary]);
  const path = useMemo(
    () => summary && buildSparkline(summary.arrivalRate, spark.width, spark.height),
    [summary],
  );
  if (!summary)
    return <span className={styles.none}>{hasResult ? 'No records reach it' : 'Not run yet'}</span>;
  return (
    <>
      <div className={styles.readings}>
        <div className={styles.lines}>
          <span ref={rate} className={styles.line} style={{ display: 'block' }} />
          <span ref={state} className={styles.line} style={{ display: 'block' }} />
        </div>
        <svg className={styles.spark} viewBox={`0 -1 ${spark.width} ${spark.height + 2}`} aria-hidden>
          <path d={path} />
        </svg>
      </div>
      <div className={styles.track}>
        <div ref={bar} className={styles.bar} />
      </div>
    </>
  );
}
