import { CircleCheck, CircleX, X } from 'lucide-react';
import { showMessage, useStatus } from '../state/status-store.ts';
import { IconButton } from '../ui/button.tsx';
import styles from './shell.module.css';

/** What just happened, in the corner; errors stay until closed. */
export function MessageBox() {
  const message = useStatus((state) => state.message);
  if (!message) return null;
  return (
    <div
      className={styles.message}
      data-tone={message.tone}
      role={message.tone === 'error' ? 'alert' : 'status'}
    >
      <span className={styles.messageIcon}>
        {message.tone === 'error' ? <CircleX size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
      </span>
      <div className="selectable">
        {message.text}
        {message.details ? <p className={styles.messageDetails}>{message.details}</p> : null}
      </div>
      <IconButton label="Close" size="small" icon={<X size={13} />} onClick={() => showMessage(undefined)} />
    </div>
  );
}
