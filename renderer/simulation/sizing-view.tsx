import { useMemo } from 'react';
import type { Design } from '../../shared/graph/design.ts';
import { applySizing } from '../../shared/graph/edits/apply-sizing.ts';
import { setProperty } from '../../shared/graph/edits/set-property.ts';
import { findShardCount, getSharedReaders } from '../../shared/rules/capacity/stream-readers.ts';
import type { NodeView } from '../../shared/rules/view/design-view.ts';
import { updateView } from '../../shared/rules/view/update-view.ts';
import { adviseSizes, type SizingAdvice } from '../../shared/simulator/model/sizing-advice.ts';
import { getShardAdvice, type ShardAdvice } from '../../shared/simulator/model/sizing.ts';
import { SourceLinks } from '../catalog/source-links.tsx';
import { edit, useDesign } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { AlarmsView } from './alarms-view.tsx';
import { formatCount } from './format-numbers.ts';
import { useRun } from './run-store.ts';
import styles from './simulation-panel.module.css';

interface StreamAdvice {
  id: string;
  name: string;
  shards: number | undefined;
  consumers: number;
  advice: ShardAdvice;
}

/** Advice for every stream, from the workloads that reach it and the consumers that poll it. */
function getStreamAdvice(design: Design): StreamAdvice[] {
  const { view } = updateView(undefined, design);
  return view.getNodesOf('kds').flatMap((node: NodeView): StreamAdvice[] => {
    const { recordsMean, recordBytes } = node.arrivals;
    if (recordsMean === 0) return [];
    const consumers = getSharedReaders(node).length;
    return [
      {
        id: node.id,
        name: node.name,
        shards: findShardCount(node),
        consumers,
        advice: getShardAdvice({
          recordSizeBytes: recordBytes,
          recordsPerSecond: recordsMean,
          sharedConsumers: consumers,
        }),
      },
    ];
  });
}

/** What the last run asks for, else how many shards the drawn load needs, with the formula and its numbers. */
export function SizingView() {
  const design = useDesign((state) => state.design);
  const result = useRun((state) => state.result);
  const ran = useRun((state) => state.ranDesign);
  const advice = useMemo(
    () => (result ? adviseSizes(ran ?? design, result) : undefined),
    [design, ran, result],
  );
  return advice && result ? (
    <>
      <RunSizing advice={advice} scenario={result.scenario} seed={result.seed} />
      <AlarmsView design={ran ?? design} result={result} />
    </>
  ) : (
    <StreamSizing />
  );
}

function RunSizing({
  advice,
  scenario,
  seed,
}: {
  advice: readonly SizingAdvice[];
  scenario: string;
  seed: number;
}) {
  const design = useDesign((state) => state.design);
  if (advice.length === 0) {
    return (
      <EmptyState title="Nothing to size">
        Sizing advice appears for nodes whose settings decide how much they take: shards, tasks, instances,
        capacity units.
      </EmptyState>
    );
  }
  return (
    <div className={styles.advice}>
      <p className={styles.adviceText}>
        For the busiest time of scenario “{scenario}”, seed {seed}. What is too narrow hides the load of what
        comes behind it: set the first ones and run again.
      </p>
      {advice.map((item) => {
        const node = design.nodes.find(({ id }) => id === item.node);
        const isSet = node?.properties[item.property] === item.value;
        return (
          <section key={item.node} className={styles.adviceCard} aria-label={`Sizing of ${item.name}`}>
            <div>
              <h2 className={styles.adviceTitle}>
                {item.name}: {item.label} {formatCount(item.value)}
              </h2>
              <p className={`${styles.adviceText} mono selectable`}>{item.formula}</p>
              <p className={styles.adviceText}>
                Sized for {item.demand}. <SourceLinks sources={item.sources} />
              </p>
            </div>
            <div className={styles.adviceAction}>
              {isSet || item.current === item.value ? (
                <span>{isSet ? 'As drawn' : 'As the run had it'}</span>
              ) : (
                <>
                  <span>
                    {item.value < item.current ? 'Less would do: the run had' : 'The run had'}{' '}
                    {formatCount(item.current)}
                  </span>
                  <Button
                    size="small"
                    onClick={() =>
                      edit(`Set ${item.label} of ${item.name}`, (draft) =>
                        applySizing(draft, { node: item.node, property: item.property, ...item.record }),
                      )
                    }
                  >
                    Set {formatCount(item.value)}
                  </Button>
                </>
              )}
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** Advice from the workloads alone, before anything ran. */
function StreamSizing() {
  const design = useDesign((state) => state.design);
  const streams = useMemo(() => getStreamAdvice(design), [design]);
  if (streams.length === 0) {
    return (
      <EmptyState title="No stream to size">
        Sizing advice appears for every Kinesis data stream that a workload reaches.
      </EmptyState>
    );
  }
  return (
    <div className={styles.advice}>
      {streams.map(({ id, name, shards, consumers, advice }) => (
        <section key={id} className={styles.adviceCard} aria-label={`Sizing of ${name}`}>
          <div>
            <h2 className={styles.adviceTitle}>
              {name} needs {advice.shards} {advice.shards === 1 ? 'shard' : 'shards'}
            </h2>
            <p className={styles.adviceText}>
              shards = max(write KB/s ÷ 1000, read KB/s ÷ 2000, records/s ÷ 1000), rounded up
            </p>
            <p className={`${styles.adviceText} mono selectable`}>{advice.formula}</p>
            <p className={styles.adviceText}>
              {formatCount(advice.writeKBPerSecond)} KB/s written, {consumers} polling{' '}
              {consumers === 1 ? 'consumer reads' : 'consumers read'} {formatCount(advice.readKBPerSecond)}{' '}
              KB/s. Decided by the{' '}
              {advice.decidedBy === 'records' ? 'record rate' : `${advice.decidedBy} rate`}.{' '}
              <SourceLinks sources={advice.sources} />
            </p>
          </div>
          <div className={styles.adviceAction}>
            {shards === undefined ? (
              <span>On-demand: AWS scales it</span>
            ) : shards === advice.shards ? (
              <span>As drawn</span>
            ) : (
              <>
                <span>Drawn with {shards}</span>
                <Button
                  size="small"
                  onClick={() =>
                    edit(`Set ${advice.shards} shards`, (draft) =>
                      setProperty(draft, {
                        owners: [{ kind: 'node', id }],
                        property: 'shardCount',
                        value: advice.shards,
                      }),
                    )
                  }
                >
                  Set {advice.shards} shards
                </Button>
              </>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}
