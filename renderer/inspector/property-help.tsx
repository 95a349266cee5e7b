import { Popover } from '@base-ui/react/popover';
import { CircleHelp } from 'lucide-react';
import type { PropertyValue } from '../../shared/graph/design.ts';
import type { PropertyDefinition } from '../../shared/services/property.ts';
import { formatProperty } from '../catalog/format-property.ts';
import { SourceLinks } from '../catalog/source-links.tsx';
import popup from '../ui/popup.module.css';
import styles from './inspector.module.css';

const numberFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 9 });

function describeRange(definition: PropertyDefinition): string | undefined {
  if (definition.type === 'number') {
    const unit = definition.unit ? ` ${definition.unit}` : '';
    const { min, max } = definition;
    const whole = definition.integer ? ', whole numbers' : '';
    if (min !== undefined && max !== undefined) {
      return `${numberFormat.format(min)} to ${numberFormat.format(max)}${unit}${whole}`;
    }
    if (min !== undefined) return `At least ${numberFormat.format(min)}${unit}${whole}`;
    if (max !== undefined) return `At most ${numberFormat.format(max)}${unit}${whole}`;
  }
  if (definition.type === 'text') {
    const parts = [
      definition.patternHelp,
      definition.maxLength === undefined
        ? undefined
        : `at most ${numberFormat.format(definition.maxLength)} characters`,
    ].filter((part) => part !== undefined);
    return parts.length > 0 ? parts.join('; ') : undefined;
  }
  if ((definition.type === 'list' || definition.type === 'table') && definition.maxItems !== undefined) {
    return `At most ${numberFormat.format(definition.maxItems)} entries`;
  }
  return undefined;
}

/** What a property does, what it may be, and where that is written; on hover and on click. */
export function PropertyHelp({ definition }: { definition: PropertyDefinition }) {
  const range = describeRange(definition);
  const fallback = formatProperty(definition, definition.default as PropertyValue);
  return (
    <Popover.Root>
      <Popover.Trigger
        openOnHover
        delay={350}
        className={styles.iconButton}
        aria-label={`About ${definition.label}`}
      >
        <CircleHelp size={13} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popup.positioner} side="left" align="start" sideOffset={8}>
          <Popover.Popup className={popup.popover}>
            <div className={styles.help}>
              <Popover.Title className={styles.helpTitle}>{definition.label}</Popover.Title>
              <Popover.Description>{definition.help}</Popover.Description>
              <dl className={styles.helpFacts}>
                <dt>Default</dt>
                <dd>{fallback === '' ? 'Empty' : fallback}</dd>
                {range === undefined ? null : (
                  <>
                    <dt>Allowed</dt>
                    <dd>{range}</dd>
                  </>
                )}
                <dt>Name</dt>
                <dd>
                  <code>{definition.name}</code>
                </dd>
              </dl>
              {definition.assumption ? (
                <p className={styles.assumption}>
                  AWS publishes no figure: the default is an assumption. Set what you know.
                </p>
              ) : null}
              <SourceLinks sources={definition.sources} />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
