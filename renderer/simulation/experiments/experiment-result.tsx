import { setProperty } from '../../../shared/graph/edits/set-property.ts';
import { type KpiName, kpiNames } from '../../../shared/simulator/experiments/kpis.ts';
import type { KpiSpreads, PointSummary } from '../../../shared/simulator/experiments/summarize-runs.ts';
import { precision } from '../../../shared/simulator/experiments/summarize-runs.ts';
import { edit, useDesign } from '../../state/design-store.ts';
import { Button } from '../../ui/button.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { NodeSelect } from '../node-select.tsx';
import panel from '../simulation-panel.module.css';
import { type FinishedExperiment, setExperiment, useExperiment } from './experiment-store.ts';
import styles from './experiments.module.css';
import { kpiLabels } from './kpi-labels.ts';
import { SweepChart } from './sweep-chart.tsx';
import { getDrawnValue, getNumberProperties, withUnit } from './variable-properties.ts';

const kpiOptions = (Object.keys(kpiLabels) as KpiName[])
  .filter((name) => kpiNames.includes(name))
  .map((name) => ({ value: name, label: kpiLabels[name].label }));

/** Chart and table of an experiment, for one figure at a time. */
export function ExperimentResult({ finished }: { finished: FinishedExperiment }) {
  const kpi = useExperiment((state) => state.kpi);
  const scope = useExperiment((state) => state.scope);
  const drawn = useDrawnValue(finished);
  const { summary, label, unit } = finished;
  const nodes = summary.points.find((point) => point.nodes.length > 0)?.nodes ?? [];
  const shownScope = nodes.some(({ id }) => id === scope) ? scope : '';
  const rows = summary.points.map((point) => ({ point, spread: findSpreads(point, shownScope)?.[kpi] }));
  const { format, label: title } = kpiLabels[kpi];
  const axis = withUnit(label, unit);
  return (
    <div className={styles.result}>
      <div className={styles.resultHead}>
        <div className={styles.kpi}>
          <SelectInput
            label="Figure shown"
            value={kpi}
            options={kpiOptions}
            onChange={(value) => setExperiment({ kpi: value as KpiName })}
          />
        </div>
        of
        <NodeSelect
          label="Part of the design the figure is of"
          value={shownScope}
          nodes={nodes}
          first={{
            value: '',
            label: 'The whole design',
            help: 'Latency is from end to end, of the slowest path',
          }}
          onChange={(value) => setExperiment({ scope: value })}
        />
        <span className={styles.legend}>
          <i className={styles.legendMean} /> mean
          <i className={styles.legendBand} /> middle 50, 80 and 95 % of the runs
        </span>
      </div>
      <div className={styles.split}>
        <SweepChart
          title={title}
          label={axis}
          points={rows.flatMap(({ point, spread }) =>
            spread ? [{ value: Number(point.values[0] ?? finished.replications), spread }] : [],
          )}
          drawn={drawn}
          format={format}
        />
        <div className={styles.tableHolder}>
          <table className={`${panel.table} ${styles.table}`}>
            <thead>
              <tr>
                <th scope="col">{axis}</th>
                <th scope="col">Mean</th>
                <th scope="col" title="95 % confidence interval of the mean">
                  ±
                </th>
                <th scope="col">Middle 95 %</th>
                <th scope="col" title={`Further runs until the mean is known to ± ${precision * 100} %`}>
                  For ± {precision * 100} %
                </th>
                {finished.subject.kind === 'property' ? <th aria-label="Take over" /> : null}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ point, spread }) => (
                <tr
                  key={JSON.stringify(point.values)}
                  data-drawn={point.values[0] === drawn ? 'true' : undefined}
                >
                  <th scope="row">
                    {typeof point.values[0] === 'number' ? point.values[0] : `${point.runs} runs`}
                  </th>
                  {spread ? (
                    <>
                      <td>{format(spread.mean)}</td>
                      <td>{spread.halfWidth === null ? '–' : format(spread.halfWidth)}</td>
                      <td>
                        {format(spread.band95[0])} – {format(spread.band95[1])}
                      </td>
                      <td>{describeMore(spread.moreRuns)}</td>
                    </>
                  ) : (
                    <td colSpan={4}>{point.failures[0] ?? 'Not simulated'}</td>
                  )}
                  <TakeOver finished={finished} value={point.values[0]} isDrawn={point.values[0] === drawn} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  );
}

function describeMore(runs: number | null): string {
  if (runs === null) return '–';
  return runs === 0 ? 'enough' : `+${runs} runs`;
}

function findSpreads(point: PointSummary, scope: string): KpiSpreads | undefined {
  return scope === '' ? point.total : point.nodes.find(({ id }) => id === scope)?.kpis;
}

/** What the design has now for what was varied. */
function useDrawnValue({ subject }: FinishedExperiment): number | undefined {
  const design = useDesign((state) => state.design);
  if (subject.kind === 'load') return 1;
  if (subject.kind === 'nothing') return undefined;
  const node = design.nodes.find(({ id }) => id === subject.node);
  const property = node && getNumberProperties(node).find(({ name }) => name === subject.property);
  return node && property ? getDrawnValue(node, property) : undefined;
}

function TakeOver({
  finished,
  value,
  isDrawn,
}: {
  finished: FinishedExperiment;
  value: unknown;
  isDrawn: boolean;
}) {
  const { subject, label } = finished;
  if (subject.kind !== 'property' || typeof value !== 'number') return null;
  return (
    <td>
      {isDrawn ? (
        <span className={styles.asDrawn}>as drawn</span>
      ) : (
        <Button
          size="small"
          variant="quiet"
          aria-label={`Set ${label} to ${value}`}
          onClick={() =>
            edit(`Set ${label} to ${value}`, (draft) =>
              setProperty(draft, {
                owners: [{ kind: 'node', id: subject.node }],
                property: subject.property,
                value,
              }),
            )
          }
        >
          Set
        </Button>
      )}
    </td>
  );
}
