import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import styles from './field.module.css';

interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  invalid?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function TextInput({ invalid, className, ...rest }: TextInputProps) {
  return (
    <input
      className={[styles.input, className].filter(Boolean).join(' ')}
      aria-invalid={invalid ? true : undefined}
      spellCheck={false}
      autoComplete="off"
      {...rest}
    />
  );
}

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  invalid?: boolean;
  code?: boolean;
}

export function TextArea({ invalid, code, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      className={[styles.area, code && styles.code, className].filter(Boolean).join(' ')}
      aria-invalid={invalid ? true : undefined}
      spellCheck={false}
      {...rest}
    />
  );
}
