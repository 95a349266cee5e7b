import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Keys } from './keys.tsx';
import styles from './popup.module.css';

interface Words {
  text: ReactNode;
  keys?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
}

interface TooltipProps extends Words {
  children: ReactElement<Record<string, unknown>>;
}

/** All triggers share one popup: hundreds of them cost next to nothing until one is shown. */
const shared = Base.createHandle<Words>();

/** Short words on hover and focus. The trigger keeps its own accessible name. */
export function Tooltip({ children, ...words }: TooltipProps) {
  return <Base.Trigger handle={shared} payload={words} render={children} delay={400} />;
}

/** Holds the one popup, and lets the second tooltip in a row open at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider>
      {children}
      <Base.Root handle={shared}>
        {({ payload: words }) =>
          words === undefined ? null : (
            <Base.Portal>
              <Base.Positioner className={styles.positioner} side={words.side ?? 'bottom'} sideOffset={6}>
                <Base.Popup className={styles.tooltip}>
                  {words.text}
                  {words.keys === undefined ? null : <Keys keys={words.keys} />}
                </Base.Popup>
              </Base.Positioner>
            </Base.Portal>
          )
        }
      </Base.Root>
    </Base.Provider>
  );
}
