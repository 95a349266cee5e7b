import { SelectInput, type SelectOption } from '../ui/select-input.tsx';
import styles from './simulation-panel.module.css';

interface NodeSelectProps {
  label: string;
  value: string;
  nodes: readonly { id: string; name: string }[];
  /** A choice before the nodes, such as all of them. */
  first?: SelectOption;
  onChange(id: string): void;
}

/** Which node of a run a view is about. */
export function NodeSelect({ label, value, nodes, first, onChange }: NodeSelectProps) {
  const options = nodes.map(({ id, name }): SelectOption => ({ value: id, label: name }));
  return (
    <div className={styles.nodeSelect}>
      <SelectInput
        label={label}
        value={value}
        options={first ? [first, ...options] : options}
        onChange={onChange}
      />
    </div>
  );
}
