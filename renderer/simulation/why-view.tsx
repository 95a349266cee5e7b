import { CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import type { BindingLimit } from '../../shared/simulator/model/binding-limit.ts';
import {
  type CauseLink,
  explainSymptom,
  type Symptom,
} from '../../shared/simulator/model/explain-symptom.ts';
import type { HoldingStage } from '../../shared/simulator/model/holding-stages.ts';
import type { OwnerSummary } from '../../shared/simulator/model/summary.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { SourceLinks } from '../catalog/source-links.tsx';
import { useDesign } from '../state/design-store.ts';
import { type ItemKey, select, toKey, useSelection } from '../state/selection-store.ts';
import { Segmented } from '../ui/segmented.tsx';
import { describeMeasure, describePlace, describeQuestion, describeRates } from './describe-cause.ts';
import { formatShare, formatSpan } from './format-numbers.ts';
import { NodeSelect } from './node-select.tsx';
import { useRun } from './run-store.ts';
import styles from './why-view.module.css';

const labels: Record<Symptom, string> = {
  loss: 'Loss',
  throttling: 'Throttling',
  age: 'Age',
  latency: 'Latency',
};

/** Worst first: what is asked about unless the user chooses. */
const byWeight: readonly Symptom[] = ['loss', 'throttling', 'age', 'latency'];

/** The chain of limits behind a symptom of the selected node. */
export function WhyView({ result }: { result: SimulationResult }) {
  const keys = useSelection((state) => state.keys);
  const drawn = useDesign((state) => state.design);
  const ran = useRun((state) => state.ranDesign);
  const [asked, setAsked] = useState<Symptom>();
  const [followed, setFollowed] = useState<{ node: string; key: ItemKey }>();
  // A click on the chain selects what it names; the question stays with the node it was put for.
  const isFollowing = followed !== undefined && keys.has(followed.key);
  const node = (isFollowing && result.nodes.find(({ id }) => id === followed.node)) || findNode(result, keys);
  if (!node) return null;
  const explain = (symptom: Symptom): CauseLink[] => explainSymptom(ran ?? drawn, result, node.id, symptom);
  const symptom = asked ?? byWeight.find((each) => explain(each).length > 0) ?? 'latency';
  const links = explain(symptom);
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <NodeSelect
          label="Node asked about"
          value={node.id}
          nodes={result.nodes}
          onChange={(chosen) => select([toKey('node', chosen)])}
        />
        <Segmented<Symptom>
          label="Symptom"
          value={symptom}
          options={byWeight.map((value) => ({ value, label: labels[value] }))}
          onChange={(value) => setAsked(value)}
        />
      </div>
      <h2 className={styles.question}>{describeQuestion(symptom, node.name)}</h2>
      {links.length === 0 ? (
        <p className={styles.nothing}>Nothing was found: not here, not before it and not behind it.</p>
      ) : (
        <ol className={styles.chain} aria-label="Causes">
          {links.map((link) => (
            <Cause
              key={link.id}
              link={link}
              symptom={symptom}
              isSelected={keys.has(toKey('node', link.id)) || keys.has(toKey('edge', link.id))}
              onSelect={() => {
                const isNode = result.nodes.some((each) => each.id === link.id);
                const key = toKey(isNode ? 'node' : 'edge', link.id);
                setFollowed({ node: node.id, key });
                select([key]);
              }}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

interface CauseProps {
  link: CauseLink;
  symptom: Symptom;
  isSelected: boolean;
  onSelect(): void;
}

function Cause({ link, symptom, isSelected, onSelect }: CauseProps) {
  return (
    <li className={styles.cause} data-selected={isSelected}>
      <span className={styles.place}>{describePlace(link)}</span>
      <div className={styles.body}>
        <p className={styles.line}>
          <button type="button" className={styles.name} onClick={onSelect}>
            {link.name}
          </button>
          <span className={styles.measure}>{describeMeasure(link, symptom)}</span>
          <span className={styles.rates}>{describeRates(link)}</span>
        </p>
        {link.limit ? <Limit limit={link.limit} used={link.peakUtilization} /> : null}
        {link.holding?.map((stage) => (
          <Holding key={stage.label} stage={stage} />
        ))}
      </div>
      {/* Ages of stages do not add up to a whole. */}
      {symptom === 'age' || link.share < 0.01 ? null : (
        <>
          <span className={styles.bar} aria-hidden>
            <span style={{ transform: `scaleX(${link.share})` }} />
          </span>
          <span className={styles.share}>{formatShare(link.share)}</span>
        </>
      )}
    </li>
  );
}

function Holding({ stage: { label, meanSeconds, reason, sources } }: { stage: HoldingStage }) {
  return (
    <div className={styles.limit}>
      <CornerDownRight size={13} aria-hidden className={styles.arrow} />
      <p>
        {sentence(label)}: {reason}. {formatSpan(meanSeconds)} on average. <SourceLinks sources={sources} />
      </p>
    </div>
  );
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Limit({ limit, used }: { limit: BindingLimit; used: number }) {
  const { label, formula, quota, sources } = limit;
  return (
    <div className={styles.limit}>
      <CornerDownRight size={13} aria-hidden className={styles.arrow} />
      <div>
        <p>
          {label}, {formatShare(used)} used at the peak
        </p>
        {formula === undefined ? null : <p className={`${styles.formula} selectable number`}>{formula}</p>}
        <p className={styles.origin}>
          {quota ? `${quota.label}: ${describeQuota(quota)}` : 'Follows from settings of the design.'}{' '}
          <SourceLinks sources={sources} />
        </p>
      </div>
    </div>
  );
}

const raising: Record<NonNullable<BindingLimit['quota']>['adjustable'], string> = {
  hard: 'cannot be raised',
  adjustable: 'AWS raises it on request',
  setting: 'a setting of yours',
  unknown: 'AWS does not say whether it can be raised',
};

const describeQuota = ({ value, unit, adjustable, checked }: NonNullable<BindingLimit['quota']>): string =>
  `${value.toLocaleString('en-US')} ${unit}, ${raising[adjustable]}, checked ${checked}.`;

/** The selected node, else the one in front of the selected edge's limit, else the slowest to be reached. */
function findNode(result: SimulationResult, keys: ReadonlySet<string>): OwnerSummary | undefined {
  const selected = result.nodes.find(({ id }) => keys.has(toKey('node', id)));
  const stalest = [...result.freshness.sinks].sort((a, b) => b.maxLagSeconds - a.maxLagSeconds)[0];
  return selected ?? result.nodes.find(({ id }) => id === stalest?.node) ?? result.nodes[0];
}
