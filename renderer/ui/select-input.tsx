import { Select } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import styles from './field.module.css';
import popup from './popup.module.css';

export interface SelectOption {
  value: string;
  label: string;
  help?: string | undefined;
}

interface SelectInputProps {
  id?: string;
  label?: string;
  value: string;
  options: readonly SelectOption[];
  /** The value is the default and was not chosen: shown quietly. */
  isDefault?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  onChange(value: string): void;
}

/** Select whose options can carry a line of explanation. */
export function SelectInput(props: SelectInputProps) {
  const { id, label, value, options, isDefault, invalid, describedBy, onChange } = props;
  const current = options.find((option) => option.value === value);
  return (
    <Select.Root value={value} onValueChange={(next) => next !== null && onChange(next)}>
      <Select.Trigger
        id={id}
        className={styles.trigger}
        aria-label={label}
        aria-invalid={invalid ? true : undefined}
        aria-describedby={describedBy}
      >
        <span className={styles.triggerText} data-default={isDefault ? 'true' : undefined}>
          {current?.label ?? value}
        </span>
        <ChevronsUpDown className={styles.triggerIcon} size={13} aria-hidden />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className={popup.positioner} alignItemWithTrigger={false} sideOffset={4}>
          <Select.Popup
            className={popup.menu}
            style={{ minWidth: 'var(--anchor-width)', maxWidth: 'max(var(--anchor-width), 340px)' }}
          >
            <Select.List>
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value} className={popup.item}>
                  <Select.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </Select.ItemIndicator>
                  <Select.ItemText className={popup.itemText}>{option.label}</Select.ItemText>
                  {option.help ? <span className={popup.itemHelp}>{option.help}</span> : null}
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
