import type { PropertyValue } from '../../shared/graph/design.ts';
import type { ColumnDefinition, PropertyDefinition } from '../../shared/services/property.ts';
import { textLimits } from '../../shared/graph/value-limits.ts';
import { endGroup } from '../state/design-store.ts';
import { NumberInput } from '../ui/number-input.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { SwitchInput } from '../ui/switch-input.tsx';
import { TextArea, TextInput } from '../ui/text-input.tsx';
import styles from './inspector.module.css';
import { PairsEditor } from './pairs-editor.tsx';
import { RemoveButton, Rows } from './rows.tsx';

type ValueDefinition = PropertyDefinition | ColumnDefinition;
type DefinitionOf<Type extends ValueDefinition['type']> = Extract<ValueDefinition, { type: Type }>;

export interface EditorProps<Definition extends ValueDefinition = ValueDefinition> {
  definition: Definition;
  /** Undefined while the default holds. */
  value: PropertyValue | undefined;
  id?: string;
  /** Accessible name where no label stands beside the editor. */
  label?: string;
  isInvalid?: boolean;
  describedBy?: string | undefined;
  onChange(value: PropertyValue | undefined): void;
}

const numberFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 9 });

/** The right control for a property's type. */
export function ValueEditor(props: EditorProps) {
  const { definition } = props;
  switch (definition.type) {
    case 'number':
      return <NumberEditor {...props} definition={definition} />;
    case 'text':
      return <TextEditor {...props} definition={definition} />;
    case 'flag':
      return <FlagEditor {...props} definition={definition} />;
    case 'select':
      return <SelectEditor {...props} definition={definition} />;
    case 'list':
      return <ListEditor {...props} definition={definition} />;
    case 'map':
      return <MapEditor {...props} definition={definition} />;
    case 'table':
      return <TableEditor {...props} definition={definition} />;
  }
}

function NumberEditor({
  definition,
  value,
  id,
  label,
  isInvalid,
  describedBy,
  onChange,
}: EditorProps<DefinitionOf<'number'>>) {
  return (
    <NumberInput
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { label })}
      value={typeof value === 'number' ? value : null}
      placeholder={numberFormat.format(definition.default)}
      unit={definition.unit}
      step={definition.step}
      invalid={isInvalid ?? false}
      describedBy={describedBy}
      onChange={(next) => onChange(next ?? undefined)}
      onCommit={endGroup}
    />
  );
}

function TextEditor({
  definition,
  value,
  id,
  label,
  isInvalid,
  describedBy,
  onChange,
}: EditorProps<DefinitionOf<'text'>>) {
  const shared = {
    id,
    'aria-label': label,
    'aria-describedby': describedBy,
    value: typeof value === 'string' ? value : '',
    placeholder: definition.default || definition.placeholder,
    maxLength: textLimits.propertyText,
    invalid: isInvalid ?? false,
    onBlur: endGroup,
  };
  const change = (text: string): void => onChange(text === '' ? undefined : text);
  if (definition.language !== undefined) {
    return (
      <TextArea
        {...shared}
        code
        rows={5}
        // The starting text is something to work on, not a hint.
        value={typeof value === 'string' ? value : definition.default}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return <TextInput {...shared} onChange={(event) => change(event.currentTarget.value)} />;
}

function FlagEditor({
  definition,
  value,
  id,
  label,
  describedBy,
  onChange,
}: EditorProps<DefinitionOf<'flag'>>) {
  return (
    <SwitchInput
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { label })}
      checked={typeof value === 'boolean' ? value : definition.default}
      describedBy={describedBy}
      onChange={(next) => onChange(next === definition.default ? undefined : next)}
    />
  );
}

function SelectEditor({
  definition,
  value,
  id,
  label,
  isInvalid,
  describedBy,
  onChange,
}: EditorProps<DefinitionOf<'select'>>) {
  return (
    <SelectInput
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { label })}
      value={typeof value === 'string' ? value : definition.default}
      options={definition.options}
      isDefault={value === undefined}
      invalid={isInvalid ?? false}
      describedBy={describedBy}
      onChange={(next) => onChange(next === definition.default ? undefined : next)}
    />
  );
}

function ListEditor({ definition, value, label, onChange }: EditorProps<DefinitionOf<'list'>>) {
  const items = Array.isArray(value) ? value.map(String) : [...definition.default];
  const name = label ?? definition.label;
  const put = (next: string[]): void =>
    onChange(next.length === 0 && definition.default.length === 0 ? undefined : next);
  return (
    <Rows
      addLabel="Add"
      canAdd={items.length < (definition.maxItems ?? Number.POSITIVE_INFINITY)}
      onAdd={() => put([...items, ''])}
    >
      {items.map((item, index) => (
        <div key={index} className={styles.row}>
          <TextInput
            aria-label={`${name}, item ${index + 1}`}
            maxLength={textLimits.propertyText}
            value={item}
            onBlur={endGroup}
            onChange={(event) =>
              put(items.map((old, at) => (at === index ? event.currentTarget.value : old)))
            }
          />
          <RemoveButton
            label={`Remove item ${index + 1}`}
            onClick={() => put(items.filter((_, at) => at !== index))}
          />
        </div>
      ))}
    </Rows>
  );
}

function isRecord(value: PropertyValue | undefined): value is Record<string, PropertyValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function MapEditor({ definition, value, label, onChange }: EditorProps<DefinitionOf<'map'>>) {
  return (
    <PairsEditor
      label={label ?? definition.label}
      pairs={isRecord(value) ? value : definition.default}
      onChange={(next) =>
        onChange(
          Object.keys(next).length === 0 && Object.keys(definition.default).length === 0 ? undefined : next,
        )
      }
    />
  );
}

function TableEditor({ definition, value, onChange }: EditorProps<DefinitionOf<'table'>>) {
  const rows = (Array.isArray(value) ? value : [...definition.default]).filter(isRecord);
  const put = (next: Record<string, PropertyValue>[]): void => onChange(next);
  const setCell = (index: number, name: string, cell: PropertyValue | undefined): void =>
    put(
      rows.map((row, at) => {
        if (at !== index) return row;
        const { [name]: _old, ...rest } = row;
        return cell === undefined ? rest : { ...rest, [name]: cell };
      }),
    );
  return (
    <Rows
      addLabel="Add a row"
      canAdd={rows.length < (definition.maxItems ?? Number.POSITIVE_INFINITY)}
      onAdd={() => put([...rows, {}])}
    >
      {rows.map((row, index) => (
        <div key={index} className={styles.tableRow}>
          <div className={styles.tableHead}>
            {index + 1}
            <RemoveButton
              label={`Remove row ${index + 1}`}
              onClick={() => put(rows.filter((_, at) => at !== index))}
            />
          </div>
          {definition.columns.map((column) => (
            <div key={column.name} className={styles.tableCell}>
              <span title={column.help}>{column.label}</span>
              <ValueEditor
                definition={column}
                value={row[column.name]}
                label={`${column.label}, row ${index + 1}`}
                onChange={(cell) => setCell(index, column.name, cell)}
              />
            </div>
          ))}
        </div>
      ))}
    </Rows>
  );
}
