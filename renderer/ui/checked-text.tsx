import { useId, useState } from 'react';
import styles from './field.module.css';
import { TextArea } from './text-input.tsx';

/** A text as read: what it means, or what is wrong with it. */
export type Reading<Value> = { value: Value } | { fault: string };

interface CheckedTextProps<Value> {
  label: string;
  /** What the document holds. */
  text: string;
  read(text: string): Reading<Value>;
  /** Free text is taken with every key; a list only when the field is left, since half of it means nothing. */
  takes: 'while-typing' | 'when-left';
  rows?: number;
  code?: boolean;
  placeholder?: string;
  onChange(value: Value): void;
  onCommit?(): void;
}

interface Typed {
  text: string;
  /** What the document held meanwhile. */
  against: string;
  fault?: string;
}

/** A text that reaches the document only when it can be read. What was typed stays, and a message says why. */
export function CheckedText<Value>(props: CheckedTextProps<Value>) {
  const { label, text, read, takes, rows, code, placeholder, onChange, onCommit } = props;
  const messageId = useId();
  const [state, setState] = useState<Typed>();
  const typed = state?.against === text ? state : undefined;
  const take = (next: string): void => {
    const reading = read(next);
    if ('fault' in reading) {
      setState({ text: next, against: text, fault: reading.fault });
    } else {
      setState(undefined);
      onChange(reading.value);
    }
  };
  return (
    <>
      <TextArea
        aria-label={label}
        aria-describedby={typed?.fault === undefined ? undefined : messageId}
        invalid={typed?.fault !== undefined}
        value={typed?.text ?? text}
        placeholder={placeholder}
        rows={rows}
        code={code ?? false}
        onChange={(event) => {
          const next = event.currentTarget.value;
          if (takes === 'while-typing') take(next);
          else setState({ text: next, against: text });
        }}
        onBlur={() => {
          if (takes === 'when-left' && typed) take(typed.text);
          onCommit?.();
        }}
      />
      {typed?.fault === undefined ? null : (
        <p id={messageId} role="alert" className={styles.message}>
          {typed.fault}
        </p>
      )}
    </>
  );
}

const count = (value: number): string => value.toLocaleString('en-US');

/** Reads free text that may have so many characters. */
export function readWithin(most: number): (text: string) => Reading<string> {
  return (text) =>
    text.length <= most
      ? { value: text }
      : {
          fault: `The text has ${count(text.length)} characters; at most ${count(most)} are allowed. The text before it stays.`,
        };
}
