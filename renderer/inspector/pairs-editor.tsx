import { useId, useState } from 'react';
import type { PropertyValue } from '../../shared/graph/design.ts';
import { reservedNames, textLimits } from '../../shared/graph/value-limits.ts';
import { endGroup } from '../state/design-store.ts';
import { TextInput } from '../ui/text-input.tsx';
import styles from './inspector.module.css';
import { RemoveButton, Rows } from './rows.tsx';

interface PairsEditorProps {
  label: string;
  pairs: Readonly<Record<string, PropertyValue>>;
  longestKey?: number;
  longestValue?: number;
  onChange(pairs: Record<string, string>): void;
}

/** A key that cannot be taken: another pair has it and would be swallowed, or no file may hold it. */
interface Refused {
  index: number;
  key: string;
  why: string;
  /** The key that stays. */
  against: string;
}

/** Keys and values side by side, as for tags and environment variables. */
export function PairsEditor(props: PairsEditorProps) {
  const { label, pairs, onChange } = props;
  const { longestKey = textLimits.name, longestValue = textLimits.propertyText } = props;
  const messageId = useId();
  const [typed, setTyped] = useState<Refused>();
  const entries = Object.entries(pairs).map(([key, text]): [string, string] => [
    key,
    typeof text === 'string' ? text : JSON.stringify(text),
  ]);
  const refused = typed && entries[typed.index]?.[0] === typed.against ? typed : undefined;
  const put = (next: readonly [string, string][]): void => onChange(Object.fromEntries(next));
  const replace = (index: number, entry: [string, string]): void =>
    put(entries.map((old, at) => (at === index ? entry : old)));
  const rename = (index: number, old: string, text: string, key: string): void => {
    const isTaken = entries.some(([other], at) => at !== index && other === key);
    const why = isTaken
      ? `Another pair has the key “${key}” already.`
      : reservedNames.has(key)
        ? `“${key}” is reserved and cannot be a key.`
        : undefined;
    setTyped(why === undefined ? undefined : { index, key, why, against: old });
    if (why === undefined) replace(index, [key, text]);
  };
  return (
    <Rows
      addLabel="Add"
      canAdd={!entries.some(([key]) => key === '')}
      onAdd={() => put([...entries, ['', '']])}
    >
      {entries.map(([key, text], index) => {
        const isRefused = refused?.index === index;
        return (
          <div key={index}>
            <div className={styles.row}>
              <div className={styles.pair}>
                <TextInput
                  aria-label={`${label}, key ${index + 1}`}
                  aria-describedby={isRefused ? messageId : undefined}
                  invalid={isRefused}
                  placeholder="Key"
                  maxLength={longestKey}
                  value={isRefused ? refused.key : key}
                  onBlur={endGroup}
                  onChange={(event) => rename(index, key, text, event.currentTarget.value)}
                />
                <TextInput
                  aria-label={`${label}, value ${index + 1}`}
                  placeholder="Value"
                  maxLength={longestValue}
                  value={text}
                  onBlur={endGroup}
                  onChange={(event) => replace(index, [key, event.currentTarget.value])}
                />
              </div>
              <RemoveButton
                label={`Remove ${key || 'pair'}`}
                onClick={() => put(entries.filter((_, at) => at !== index))}
              />
            </div>
            {isRefused ? (
              <p id={messageId} role="alert" className={styles.error}>
                {refused.why} This one stays “{key}”.
              </p>
            ) : null}
          </div>
        );
      })}
    </Rows>
  );
}
