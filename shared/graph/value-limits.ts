/** Numbers a member of the document may hold. */
export interface NumberLimit {
  least: number;
  most: number;
  /** Only whole numbers. */
  integer?: true;
}

const secondsPerDay = 86_400;

/** What the numbers of a design file may be. The file schema and the forms of the window both go by it. */
export const numberLimits = {
  /** Records per second of an arrival pattern; above it a day of records cannot be counted exactly. */
  ratePerSecond: { least: 0, most: 1e12 },
  /** Moments and lengths of patterns and outages. */
  seconds: { least: 0, most: 1e10 },
  filesPerDay: { least: 0, most: 1e9 },
  recordsPerFile: { least: 0, most: 1e12 },
  /** Standard deviation over mean of the rate of an hour. */
  spread: { least: 0, most: 5 },
  recordSizeBytes: { least: 1, most: 1e12 },
  /** Standard deviation over mean of record sizes. */
  coefficientOfVariation: { least: 0, most: 20 },
  /** Of a measured size, and of a partition key. */
  weight: { least: 0, most: 1e12 },
  keyCount: { least: 1, most: 1_000_000, integer: true },
  zipfExponent: { least: 0, most: 10 },
  /** Part of a whole: duplicates, late records. */
  share: { least: 0, most: 1 },
  durationSeconds: { least: 1, most: 366 * secondsPerDay },
  seed: { least: 0, most: 0xffff_ffff, integer: true },
  loadFactor: { least: 0, most: 1e6 },
  /** Capacity that an outage leaves. */
  capacityFactor: { least: 0, most: 1 },
  /** Unit price in US dollars. */
  price: { least: 0, most: 1e9 },
} as const satisfies Record<string, NumberLimit>;

/** Characters that texts of a design file may have. */
export const textLimits = {
  name: 200,
  /** Notes, descriptions, texts on the canvas, reasons of suppressions. */
  longText: 20_000,
  tagKey: 128,
  tagValue: 256,
  recording: 5_000_000,
  /** Text inside a property of a node or edge. */
  propertyText: 1_000_000,
} as const;

/** Names that would reach an object's prototype when copied carelessly: neither ids nor keys of a design file. */
export const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Entries that lists of a design file may have. */
export const listLimits = {
  recordSizes: 1000,
  keyWeights: 100_000,
} as const;
