import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { Tooltip } from './tooltip.tsx';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: 'default' | 'primary' | 'quiet' | 'danger';
  size?: 'medium' | 'small';
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant = 'default', size = 'medium', className, ...rest }: ButtonProps) {
  const classes = [styles.button, styles[variant], size === 'small' && styles.small, className];
  return <button type="button" className={classes.filter(Boolean).join(' ')} {...rest} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'variant'> {
  /** Accessible name, also shown as tooltip. */
  label: string;
  /** Shortcut shown after the label. */
  keys?: string;
  icon: ReactNode;
}

export function IconButton({ label, keys, icon, size = 'medium', className, ...rest }: IconButtonProps) {
  const classes = [styles.button, styles.icon, size === 'small' && styles.small, className];
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <button type="button" aria-label={label} className={classes.filter(Boolean).join(' ')} {...rest}>
        {icon}
      </button>
    </Tooltip>
  );
}
