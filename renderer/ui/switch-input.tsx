import { Switch } from '@base-ui/react/switch';
import styles from './field.module.css';

interface SwitchInputProps {
  id?: string;
  label?: string;
  checked: boolean;
  describedBy?: string | undefined;
  onChange(checked: boolean): void;
}

export function SwitchInput({ id, label, checked, describedBy, onChange }: SwitchInputProps) {
  return (
    <Switch.Root
      id={id}
      className={styles.switch}
      checked={checked}
      aria-label={label}
      aria-describedby={describedBy}
      onCheckedChange={onChange}
    >
      <Switch.Thumb className={styles.thumb} />
    </Switch.Root>
  );
}
