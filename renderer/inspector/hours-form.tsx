import { useState } from 'react';
import type { Arrivals } from '../../shared/graph/design.ts';
import { endGroup } from '../state/design-store.ts';
import { Button } from '../ui/button.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './inspector.module.css';
import { WorkloadNumber } from './workload-number.tsx';

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
        <div className={styles.hours}>
          {shown.map((rate, hour) => (
            <label key={hour} className={styles.hour}>
              {String(hour).padStart(2, '0')}
              <TextInput
                inputMode="decimal"
                aria-label={isWeek ? `${days[day] ?? ''}, hour ${hour}` : `Hour ${hour}`}
                defaultValue={rate}
                key={`${day} ${rate}`}
                onBlur={(event) => {
                  const next = Number(event.currentTarget.value);
                  if (!Number.isFinite(next) || next < 0 || next === rate) return;
                  setRates(rates.map((old, at) => (at === first + hour ? next : old)));
                }}
              />
            </label>
          ))}
        </div>
        {isWeek ? (
          <Button size="small" onClick={() => setRates(rates.map((_, at) => shown[at % 24] ?? 0))}>
            Use for every day
          </Button>
        ) : null}
      </div>
      <WorkloadNumber
        label={spread.length > 1 ? 'Spread (hours differ; mean shown)' : 'Spread of each hour'}
        unit="% of mean"
        most={500}
        value={Math.round(meanSpread * 1e4) / 100}
        onChange={(percent) => onChange({ ...arrivals, spread: [percent / 100] })}
      />
    </>
  );
}
