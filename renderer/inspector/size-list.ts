type SizeList = { bytes: number; weight: number }[];

/** A list of sizes as text, one `bytes, weight` a line. */
export function formatSizes(sizes: Readonly<SizeList>): string {
  return sizes.map(({ bytes, weight }) => `${bytes}, ${weight}`).join('\n');
}

/** Reads such a text; a left-out weight is 1. Answers what is wrong when it cannot be used. */
export function parseSizes(text: string): SizeList | string {
  const sizes: SizeList = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [bytes = Number.NaN, weight = 1, ...rest] = line
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number);
    const isGood = bytes >= 1 && bytes <= 1e12 && weight >= 0 && weight <= 1e12 && rest.length === 0;
    if (!isGood)
      return `Line ${index + 1}: a size of at least 1 byte and a weight of at least 0 are required.`;
    sizes.push({ bytes, weight });
  }
  if (!sizes.some((size) => size.weight > 0)) return 'At least one size with a weight above 0 is required.';
  return sizes.length > 1000 ? 'At most 1,000 sizes are allowed.' : sizes;
}
