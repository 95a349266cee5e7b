import type { PropertyValue } from '../graph/design.ts';
import type { SourceKey } from '../sources/source.ts';

export const propertyGroups = [
  'General',
  'Capacity',
  'Processing',
  'Delivery',
  'Storage',
  'Security',
  'Network',
  'Scaling',
  'Simulation',
] as const;
export type PropertyGroup = (typeof propertyGroups)[number];

interface PropertyBase {
  /** CloudFormation name in camelCase, or the app's own word where CloudFormation has none. */
  name: string;
  label: string;
  /** One or two sentences: what it does and what to choose. */
  help: string;
  group: PropertyGroup;
  /** Unit of the value as shown after the field: `MB`, `s`, `records/s` … */
  unit?: string;
  /** Folded away until asked for. */
  advanced?: boolean;
  /** AWS publishes no figure: the default is an assumption the user owns. */
  assumption?: boolean;
  /** Shown and checked only while another property has one of these values. */
  visibleWhen?: { property: string; equals: readonly PropertyValue[] };
  /** Sources of the default, range or meaning. Never empty; assumptions name `ASSUMPTION`. */
  sources: readonly SourceKey[];
}

export interface NumberProperty extends PropertyBase {
  type: 'number';
  default: number;
  min?: number;
  max?: number;
  step?: number;
  integer?: boolean;
}

export interface TextProperty extends PropertyBase {
  type: 'text';
  default: string;
  required?: boolean;
  maxLength?: number;
  /** Regular expression source that the whole value must match; `patternHelp` says it in words. */
  pattern?: string;
  patternHelp?: string;
  placeholder?: string;
  /** Shows a code editor instead of a field. */
  language?: 'sql' | 'json' | 'python' | 'plain';
}

export interface FlagProperty extends PropertyBase {
  type: 'flag';
  default: boolean;
}

export interface SelectProperty extends PropertyBase {
  type: 'select';
  default: string;
  options: readonly { value: string; label: string; help?: string }[];
}

/** A list of texts, for example prefixes or subnet ids. */
export interface ListProperty extends PropertyBase {
  type: 'list';
  default: readonly string[];
  maxItems?: number;
  itemPattern?: string;
  itemPatternHelp?: string;
}

/** Text keys with text values, for example tags or environment variables. */
export interface MapProperty extends PropertyBase {
  type: 'map';
  default: Readonly<Record<string, string>>;
}

/** Rows of simple columns, for example lifecycle rules or table columns. */
export interface TableProperty extends PropertyBase {
  type: 'table';
  default: readonly Readonly<Record<string, PropertyValue>>[];
  columns: readonly ColumnDefinition[];
  maxItems?: number;
}

export type ColumnDefinition =
  | Omit<NumberProperty, 'group' | 'sources'>
  | Omit<TextProperty, 'group' | 'sources'>
  | Omit<FlagProperty, 'group' | 'sources'>
  | Omit<SelectProperty, 'group' | 'sources'>;

export type PropertyDefinition =
  | NumberProperty
  | TextProperty
  | FlagProperty
  | SelectProperty
  | ListProperty
  | MapProperty
  | TableProperty;
