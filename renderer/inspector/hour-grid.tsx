import { useId, useState } from 'react';
import { numberLimits } from '../../shared/graph/value-limits.ts';
import { describeRefusal, isWithin } from '../ui/number-range.ts';
import { TextInput } from '../ui/text-input.tsx';
import styles from './inspector.module.css';

interface HourGridProps {
  /** The 24 hours of a day. */
  rates: readonly number[];
  getLabel(hour: number): string;
  onChange(hour: number, rate: number): void;
}

interface Refused {
  hour: number;
  text: string;
  /** What the document held meanwhile. */
  against: number;
}

/** A rate for each hour. One that is not possible stays as typed, with a message below, and is not taken. */
export function HourGrid({ rates, getLabel, onChange }: HourGridProps) {
  const messageId = useId();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  // An undo or another edit of the hour shows what is there now.
  const wrong = refused.filter(({ hour, against }) => rates[hour] === against);
  const isWrong = (hour: number): boolean => wrong.some((item) => item.hour === hour);
  const leave = (hour: number, text: string): void => {
    const others = wrong.filter((item) => item.hour !== hour);
    const rate = text.trim() === '' ? Number.NaN : Number(text);
    const isGood = isWithin(rate, numberLimits.ratePerSecond);
    setRefused(isGood ? others : [...others, { hour, text, against: rates[hour] ?? 0 }]);
    if (isGood && rate !== rates[hour]) onChange(hour, rate);
  };
  return (
    <>
      <div className={styles.hours}>
        {rates.map((rate, hour) => (
          <label key={hour} className={styles.hour}>
            {String(hour).padStart(2, '0')}
            <TextInput
              inputMode="decimal"
              aria-label={getLabel(hour)}
              // What the document holds replaces the text whenever it changes.
              key={rate}
              defaultValue={rate}
              invalid={isWrong(hour)}
              aria-describedby={isWrong(hour) ? messageId : undefined}
              onBlur={(event) => leave(hour, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
      {wrong.length === 0 ? null : (
        <div id={messageId} role="alert">
          {wrong.map(({ hour, text, against }) => (
            <p key={hour} className={styles.error}>
              {getLabel(hour)}:{' '}
              {describeRefusal(`“${text.slice(0, 40)}”`, against, numberLimits.ratePerSecond, {
                unit: 'records/s',
              })}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
