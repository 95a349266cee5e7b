import { CircleAlert, RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { PropertyValue } from '../../shared/graph/design.ts';
import { checkPropertyValue } from '../../shared/rules/properties/check-value.ts';
import type { PropertyDefinition } from '../../shared/services/property.ts';
import { useSelection } from '../state/selection-store.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import styles from './inspector.module.css';
import { PropertyHelp } from './property-help.tsx';
import { ValueEditor } from './value-editors.tsx';

interface PropertyFieldProps {
  definition: PropertyDefinition;
  value: PropertyValue | undefined;
  /** Findings of the rules about this property. */
  warnings: readonly string[];
  onChange(value: PropertyValue | undefined): void;
}

/** One property: label, help, editor, and what is wrong with the value right below it. */
export function PropertyField({ definition, value, warnings, onChange }: PropertyFieldProps) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const isSet = value !== undefined;
  const faults = isSet ? checkPropertyValue(definition, value) : [];
  const messages = faults.map((fault) => fault.message);
  // The rules repeat what the field already says, with the node's name in front.
  const others = warnings.filter((warning) => !messages.some((message) => warning.endsWith(message)));
  const messageId = messages.length + others.length > 0 ? `${id}-message` : undefined;
  const focusRequest = useSelection((state) =>
    state.focus?.property === definition.name ? state.focus.request : undefined,
  );
  useEffect(() => {
    if (focusRequest === undefined) return;
    row.current?.scrollIntoView({ block: 'center' });
    const named = document.getElementById(id);
    const field = named ?? row.current?.querySelector<HTMLElement>('input, textarea');
    field?.focus();
  }, [focusRequest, id]);

  const label = (
    <div className={styles.labelRow}>
      <label htmlFor={id} className={styles.label} data-set={isSet} title={definition.label}>
        {definition.label}
      </label>
      <PropertyHelp definition={definition} />
      {definition.assumption ? (
        <Tooltip text="Assumption: AWS publishes no figure for this default.">
          <span className={styles.assumption} role="img" aria-label="Assumption">
            <CircleAlert size={12} aria-hidden />
          </span>
        </Tooltip>
      ) : null}
      <span className={styles.spacer} />
      {isSet ? (
        <Tooltip text="Reset to the default">
          <button
            type="button"
            className={styles.iconButton}
            aria-label={`Reset ${definition.label}`}
            onClick={() => onChange(undefined)}
          >
            <RotateCcw size={12} aria-hidden />
          </button>
        </Tooltip>
      ) : null}
    </div>
  );
  const editor = (
    <ValueEditor
      definition={definition}
      value={value}
      id={id}
      isInvalid={messages.length > 0}
      describedBy={messageId}
      onChange={onChange}
    />
  );
  return (
    <div ref={row} className={styles.field} data-property={definition.name}>
      {definition.type === 'flag' ? (
        <div className={styles.inline}>
          {label}
          {editor}
        </div>
      ) : (
        <>
          {label}
          {editor}
        </>
      )}
      {messageId === undefined ? null : (
        <div id={messageId}>
          {messages.map((message) => (
            <p key={message} className={styles.error}>
              {message}
            </p>
          ))}
          {others.map((message) => (
            <p key={message} className={styles.warning}>
              {message}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
