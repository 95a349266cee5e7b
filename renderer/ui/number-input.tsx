import { NumberField } from '@base-ui/react/number-field';
import { ChevronDown, ChevronUp } from 'lucide-react';
import styles from './field.module.css';

interface NumberInputProps {
  id?: string;
  label?: string;
  /** Null shows the placeholder. */
  value: number | null;
  placeholder?: string;
  unit?: string | undefined;
  step?: number | undefined;
  /** Where the stepper ends; typing may go beyond. */
  min?: number;
  max?: number;
  invalid?: boolean;
  describedBy?: string | undefined;
  onChange(value: number | null): void;
  /** Called when typing or stepping has ended. */
  onCommit?(): void;
}

const format: Intl.NumberFormatOptions = { maximumFractionDigits: 9, useGrouping: true };

/** Number field with unit and stepper. Values outside a range are kept, so that they can be explained. */
export function NumberInput(props: NumberInputProps) {
  const { id, label, value, placeholder, unit, step, min, max, invalid, describedBy, onChange, onCommit } =
    props;
  return (
    <NumberField.Root
      id={id}
      value={value}
      locale="en-US"
      format={format}
      step={step ?? 1}
      min={min}
      max={max}
      // Without limits of its own the field stays within what is counted exactly.
      allowOutOfRange={min !== undefined || max !== undefined}
      onValueChange={onChange}
      onValueCommitted={() => onCommit?.()}
    >
      <NumberField.Group className={styles.number} data-invalid={invalid ? 'true' : undefined}>
        <NumberField.Input
          className={styles.numberInput}
          placeholder={placeholder}
          aria-label={label}
          aria-invalid={invalid ? true : undefined}
          aria-describedby={describedBy}
        />
        {unit ? <span className={styles.unit}>{unit}</span> : null}
        <span className={styles.stepper}>
          <NumberField.Increment className={styles.step} aria-label="Increase">
            <ChevronUp size={10} />
          </NumberField.Increment>
          <NumberField.Decrement className={styles.step} aria-label="Decrease">
            <ChevronDown size={10} />
          </NumberField.Decrement>
        </span>
      </NumberField.Group>
    </NumberField.Root>
  );
}
