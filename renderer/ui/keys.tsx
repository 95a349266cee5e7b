import styles from './keys.module.css';

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);
const names: Record<string, string> = isMac
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
  : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };
const symbols: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A shortcut such as `Mod+Shift+Z`, drawn as keys. */
export function Keys({ keys }: { keys: string }) {
  // A trailing plus is the plus key itself.
  const parts = keys.split(/\+(?=.)/);
  return (
    <kbd className={styles.keys}>
      {parts.map((part) => (
        <span key={part} className={styles.key}>
          {names[part] ?? symbols[part] ?? part}
        </span>
      ))}
    </kbd>
  );
}
