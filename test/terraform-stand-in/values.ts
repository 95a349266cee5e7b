import { decode, Encoder, ExtensionCodec } from '@msgpack/msgpack';

/** A value that Terraform learns only when it applies. */
export class Unknown {
  readonly kind = 'unknown';
}

export const unknown = new Unknown();

/** A value as Terraform sends it; numbers that do not fit come as text. */
export type Value = null | boolean | number | string | Unknown | readonly Value[] | { [key: string]: Value };
export type Body = { [key: string]: Value };

const codec = new ExtensionCodec();
/** Type 12 is an unknown value with known bounds; the bounds may be forgotten. */
const unknownTypes = [0, 12];
for (const type of unknownTypes) {
  codec.register({
    type,
    encode: (value) => (type === 0 && value instanceof Unknown ? new Uint8Array([0]) : null),
    decode: () => unknown,
  });
}
const encoder = new Encoder({ extensionCodec: codec });

export function isBody(value: Value | undefined): value is Body {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Unknown);
}

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export function decodeValue(bytes: Uint8Array): Value {
  return bytes.length === 0 ? null : (decode(bytes, { extensionCodec: codec }) as Value);
}

export function encodeValue(value: Value): Buffer {
  return Buffer.from(encoder.encode(value));
}

/** Whether any part of the value is still unknown. */
export function hasUnknown(value: Value): boolean {
  if (value instanceof Unknown) return true;
  if (isList(value)) return value.some(hasUnknown);
  return isBody(value) && Object.values(value).some(hasUnknown);
}
