import type { SchemaBlock } from '../unit/iac/proofs/terraform-schema.ts';
import { type Body, isBody, isList, unknown } from './values.ts';
import { getFlags } from './wire-schema.ts';

/** The proposed state with everything unknown that AWS decides. */
export function planBody(block: SchemaBlock, proposed: Body): Body {
  const planned: Body = { ...proposed };
  for (const [name, attribute] of Object.entries(block.attributes)) {
    const flags = getFlags(attribute);
    if (flags.includes('w')) planned[name] = null;
    else if (flags.includes('c') && (proposed[name] ?? null) === null) planned[name] = unknown;
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    const value = proposed[name];
    if (isList(value)) planned[name] = value.map((item) => (isBody(item) ? planBody(nested, item) : item));
    else if (isBody(value)) planned[name] = planBody(nested, value);
  }
  return planned;
}
