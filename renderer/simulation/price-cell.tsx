import { RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { setPrice } from '../../shared/graph/edits/set-prices.ts';
import { numberLimits } from '../../shared/graph/value-limits.ts';
import type { UnitPrice } from '../../shared/simulator/model/cost.ts';
import { edit } from '../state/design-store.ts';
import { Badge } from '../ui/badge.tsx';
import { IconButton } from '../ui/button.tsx';
import { describeRefusal, isWithin } from '../ui/number-range.ts';
import { TextInput } from '../ui/text-input.tsx';
import styles from './price-cell.module.css';

/** A price as typed; undefined for what is none. */
function readPrice(text: string): number | undefined {
  const value = Number(text.replace(/[$,\s]/g, ''));
  return text.trim() !== '' && isWithin(value, numberLimits.price) ? value : undefined;
}

/** Without exponents: prices of requests are small. */
export const formatPrice = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 15, maximumSignificantDigits: 12 });

/** A unit price that a click makes editable; the design keeps what differs from the catalogue. */
export function PriceCell({ price, name }: { price: UnitPrice; name: string }) {
  const messageId = useId();
  const [draft, setDraft] = useState<string>();
  const { key, value, unit, overridden, listed } = price;
  const shown = value === null ? 'none' : formatPrice(value);
  const typed = draft === undefined ? undefined : readPrice(draft);
  const isRefused = draft !== undefined && draft.trim() !== '' && typed === undefined;
  const save = (next: number | null): void => {
    edit(next === null ? 'Reset a price' : 'Set a price', (design) => setPrice(design, { key, price: next }));
  };
  const commit = (): void => {
    if (typed !== undefined && typed !== value) save(typed === listed ? null : typed);
    // What is no price stays on screen with its message until it is mended or given up with Escape.
    if (!isRefused) setDraft(undefined);
  };
  return (
    <span className={styles.cell}>
      {overridden ? (
        <>
          <Badge tone="advice">Own</Badge>
          <IconButton
            size="small"
            icon={<RotateCcw size={12} />}
            label={
              listed === null ? 'Remove the own price' : `Back to the listed ${formatPrice(listed)} ${unit}`
            }
            onClick={() => save(null)}
          />
        </>
      ) : null}
      {draft === undefined ? (
        <button
          type="button"
          className={styles.value}
          aria-label={`Unit price of ${name}: ${shown} ${unit}. Edit`}
          onClick={() => setDraft(value === null ? '' : formatPrice(value))}
        >
          {shown}
        </button>
      ) : (
        <TextInput
          autoFocus
          className={styles.input}
          aria-label={`Unit price of ${name}`}
          inputMode="decimal"
          value={draft}
          invalid={isRefused}
          aria-describedby={isRefused ? messageId : undefined}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            else if (event.key === 'Escape') setDraft(undefined);
            else return;
            event.stopPropagation();
          }}
        />
      )}
      <span className={styles.unit}>{unit}</span>
      {isRefused ? (
        <span id={messageId} role="alert" className={styles.message}>
          {describeRefusal(`“${draft.slice(0, 40)}”`, shown, numberLimits.price, {})}
        </span>
      ) : null}
    </span>
  );
}
