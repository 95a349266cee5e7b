import { useMemo } from 'react';
import type { Design } from '../../shared/graph/design.ts';
import { setProperty } from '../../shared/graph/edits/set-property.ts';
import { findShardCount, getSharedReaders } from '../../shared/rules/capacity/stream-readers.ts';
import type { NodeView } from '../../shared/rules/view/design-view.ts';
import { updateView } from '../../shared/rules/view/update-view.ts';
import { getShardAdvice, type ShardAdvice } from '../../shared/simulator/model/sizing.ts';
import { SourceLinks } from '../catalog/source-links.tsx';
import { edit, useDesign } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatCount } from './format-numbers.ts';
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

/** How many shards the drawn load needs, with the formula and its numbers. */
export function SizingView() {
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
