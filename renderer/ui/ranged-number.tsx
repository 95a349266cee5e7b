import { useId, useRef, useState } from 'react';
import type { NumberLimit } from '../../shared/graph/value-limits.ts';
import styles from './field.module.css';
import { NumberInput } from './number-input.tsx';
import { describeRefusal, fromShown, isWithin, type NumberDisplay, toShown } from './number-range.ts';

interface RangedNumberProps extends NumberDisplay {
  label: string;
  /** As in the document; null where it is left out. */
  value: number | null;
  limit: NumberLimit;
  step?: number | undefined;
  /** What holds while the value is left out. */
  placeholder?: string;
  /** In a toolbar the message stands beside the field, not below. */
  layout?: 'column' | 'row';
  /** The value is refused by something other than its limit, which says so elsewhere. */
  invalid?: boolean;
  describedBy?: string | undefined;
  /** Called with numbers within the limit only, as in the document. */
  onChange(value: number): void;
  /** The field was emptied. Left out where a number is needed: it comes back when the field is left. */
  onClear?(): void;
  onCommit?(): void;
  /** Takes back all that was sent since the last commit; left out, the number of then is sent again. */
  onRevert?(): void;
}

/** Typed, but not taken while the document held `against`. */
interface Refused {
  shown: number;
  against: number | null;
}

/** Typing that has not ended yet: `150` is first `1`, then `15`. */
interface Session {
  /** What the document held when it began, and holds again when a number is refused. */
  start: number | null;
  sent: number | null;
  /** Whether the document was changed since it began. */
  hasSent: boolean;
}

/** A number that reaches the document only within its limit. What was typed stays, and a message says why. */
export function RangedNumber(props: RangedNumberProps) {
  const { label, value, limit, unit, step, placeholder, layout = 'column', onChange, onClear } = props;
  const messageId = useId();
  const session = useRef<Session>(undefined);
  const [typed, setTyped] = useState<Refused>();
  // An undo or another document shows what is there now.
  const refused = typed && typed.against === value ? typed.shown : undefined;
  const shown = value === null ? null : toShown(value, props);
  const refuse = (start: number | null): void => {
    if (!session.current?.hasSent) return;
    if (props.onRevert) props.onRevert();
    else if (start === null) onClear?.();
    else onChange(start);
  };
  const take = (next: number | null): void => {
    const { current } = session;
    const isSame = current !== undefined && (value === current.sent || value === current.start);
    const start = isSame ? current.start : value;
    const wanted = next === null ? null : fromShown(next, props);
    if (next !== null && wanted !== null && !isWithin(wanted, limit)) {
      setTyped({ shown: next, against: start });
      refuse(start);
      session.current = { start, sent: start, hasSent: false };
      return;
    }
    setTyped(undefined);
    const isNew = wanted !== value && (wanted !== null || onClear !== undefined);
    session.current = { start, sent: isNew ? wanted : value, hasSent: isNew || (isSame && current.hasSent) };
    if (!isNew) return;
    if (wanted === null) onClear?.();
    else onChange(wanted);
  };
  return (
    <div className={styles.ranged} data-layout={layout}>
      <NumberInput
        label={label}
        value={refused ?? shown}
        unit={unit}
        step={step}
        min={toShown(limit.least, props)}
        max={toShown(limit.most, props)}
        invalid={refused !== undefined || (props.invalid ?? false)}
        describedBy={refused === undefined ? props.describedBy : messageId}
        onChange={take}
        onCommit={() => {
          session.current = undefined;
          props.onCommit?.();
        }}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {refused === undefined ? null : (
        <p id={messageId} role="alert" className={styles.message}>
          {describeRefusal(refused, shown ?? placeholder ?? 'empty', limit, props)}
        </p>
      )}
    </div>
  );
}
