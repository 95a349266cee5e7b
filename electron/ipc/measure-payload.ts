/** Deeper than any request of the contract; keeps the schema check off hostile nesting. */
const maxDepth = 32;

/**
 * Whether a payload stays within a size: characters of text plus bytes of binary data plus one for each
 * value. Iterative, and done before the schema sees anything.
 */
export function fitsInto(payload: unknown, maxBytes: number): boolean {
  let size = 0;
  const open: { value: unknown; depth: number }[] = [{ value: payload, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    size += sizeOf(value);
    if (size > maxBytes || depth > maxDepth) return false;
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) continue;
    for (const [key, child] of Object.entries(value)) {
      size += key.length;
      open.push({ value: child, depth: depth + 1 });
    }
  }
  return true;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 1;
  if (ArrayBuffer.isView(value)) return value.byteLength + 1;
  return 1;
}
