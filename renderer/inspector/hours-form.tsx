import { useState } from 'react';
import type { Arrivals } from '../../shared/graph/design.ts';
import { numberLimits } from '../../shared/graph/value-limits.ts';
import { endGroup } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { HourGrid } from './hour-grid.tsx';
import styles from './inspector.module.css';
import { LimitedNumber } from './limited-number.tsx';

export type HourlyArrivals = Extract<Arrivals, { pattern: 'daily' | 'weekly' }>;

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

interface HoursFormProps {
  arrivals: HourlyArrivals;
  onChange(arrivals: HourlyArrivals): void;
}

/** Means of the hours of a day, or of each day of a week, and how much they vary. */
export function HoursForm({ arrivals, onChange }: HoursFormProps) {
  const [day, setDay] = useState(0);
  const isWeek = arrivals.pattern === 'weekly';
  const first = isWeek ? day * 24 : 0;
  const rates = arrivals.hourlyPerSecond;
  const shown = rates.slice(first, first + 24);
  const spread = arrivals.spread ?? [0];
  const meanSpread = spread.reduce((sum, value) => sum + value, 0) / spread.length;
  const setRates = (hourlyPerSecond: number[]): void => {
    onChange({ ...arrivals, hourlyPerSecond });
    endGroup();
  };
  return (
    <>
      {isWeek ? (
        <div className={styles.field}>
          <span className={styles.label}>Day</span>
          <SelectInput
            label="Day"
            value={String(day)}
            options={days.map((label, index) => ({ value: String(index), label }))}
            onChange={(next) => setDay(Number(next))}
          />
        </div>
      ) : null}
      <div className={styles.field}>
        <span className={styles.label}>Mean records per second in each hour</span>
        <HourGrid
          key={day}
          rates={shown}
          getLabel={(hour) => (isWeek ? `${days[day] ?? ''}, hour ${hour}` : `Hour ${hour}`)}
          onChange={(hour, rate) => setRates(rates.map((old, at) => (at === first + hour ? rate : old)))}
        />
        {isWeek ? (
          <Button size="small" onClick={() => setRates(rates.map((_, at) => shown[at % 24] ?? 0))}>
            Use for every day
          </Button>
        ) : null}
      </div>
      <LimitedNumber
        label={spread.length > 1 ? 'Spread (hours differ; mean shown)' : 'Spread of each hour'}
        unit="% of mean"
        scale={100}
        limit={numberLimits.spread}
        value={arrivals.spread === undefined ? null : meanSpread}
        placeholder="0"
        onChange={(value) => onChange({ ...arrivals, spread: [value] })}
        onClear={() => {
          const { spread: _none, ...steady } = arrivals;
          onChange(steady);
        }}
      />
    </>
  );
}
