import { z } from 'zod';
import { containerKinds, edgeKinds } from './design.ts';
import { listLimits, type NumberLimit, numberLimits, reservedNames, textLimits } from './value-limits.ts';

const id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._: -]{0,99}$/u, {
    error: 'must be 1–100 letters, digits, spaces or . _ : - and start with a letter or digit',
  })
  .refine((value) => !reservedNames.has(value), { error: 'is a reserved word' })
  .describe('Unique in the document; shown in messages and on the command line.');

/** A number within its limit. */
const within = ({ least, most, integer }: NumberLimit) =>
  (integer ? z.int() : z.number()).min(least).max(most);

const name = z.string().max(textLimits.name);
const longText = z.string().max(textLimits.longText);
const coordinate = z.number().min(-1e7).max(1e7);
const position = z
  .looseObject({ x: coordinate, y: coordinate })
  .describe('Top-left corner in pixels at zoom 1.');
const size = z.looseObject({ width: z.number().min(1).max(1e6), height: z.number().min(1).max(1e6) });

/** Any JSON value; numbers must be finite. */
const propertyValue: z.ZodType = z.lazy(() =>
  z.union([
    z.string().max(textLimits.propertyText),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(propertyValue),
    z.record(z.string(), propertyValue),
  ]),
);
const properties = z
  .record(z.string().max(200), propertyValue)
  .default({})
  .describe('Only values that differ from the defaults need to be given; see docs/services.md.');

const sizing = z
  .record(
    z.string().max(200),
    z.looseObject({
      value: z.number(),
      demand: z.string().max(200),
      scenario: name,
      seed: z.int().min(0).max(0xffff_ffff),
    }),
  )
  .describe('By property: what the value that sizing advice set is enough for.');

const alarms = z
  .array(
    z.looseObject({
      metric: z.string().min(1).max(255),
      limit: z.string().max(300),
      peakUtilization: z.number().min(0).max(1e9),
      scenario: name,
      seed: z.int().min(0).max(0xffff_ffff),
    }),
  )
  .max(20)
  .describe('Alarms for limits that a run came close to.');

const node = z
  .looseObject({
    id,
    service: z.string().min(1).max(100).describe('Service id of the catalogue, for example kds.'),
    name: name.optional(),
    position: position.optional(),
    container: id.optional(),
    properties,
    sizing: sizing.optional(),
    alarms: alarms.optional(),
    notes: longText.optional(),
  })
  .describe('A service in the pipeline.');

const edge = z
  .looseObject({
    id: id.optional(),
    source: id,
    target: id,
    sourcePort: z.string().max(100).optional(),
    targetPort: z.string().max(100).optional(),
    kind: z.enum(edgeKinds).optional(),
    properties,
    notes: longText.optional(),
  })
  .describe('A connection; points the way data, control or a reference goes.');

const container = z.looseObject({
  id,
  kind: z.enum(containerKinds),
  name: name.default(''),
  parent: id.optional(),
  position: position.optional(),
  size: size.optional(),
  properties,
});

const annotation = z.looseObject({ id: id.optional(), text: longText, position, size: size.optional() });

const rate = within(numberLimits.ratePerSecond).describe('Records per second.');
const seconds = within(numberLimits.seconds).describe('Seconds.');

/** Standard deviation over mean: one for all hours, or one for each. */
function getSpread(hours: number) {
  return z
    .array(within(numberLimits.spread))
    .min(1)
    .max(hours)
    .refine((list) => list.length === 1 || list.length === hours, {
      error: `must hold 1 number for all hours or ${hours}, one for each`,
    })
    .optional()
    .describe('Standard deviation over mean.');
}

const arrivals = z.discriminatedUnion('pattern', [
  z.looseObject({ pattern: z.literal('constant'), ratePerSecond: rate }),
  z.looseObject({ pattern: z.literal('ramp'), fromPerSecond: rate, toPerSecond: rate, rampSeconds: seconds }),
  z.looseObject({
    pattern: z.literal('step'),
    beforePerSecond: rate,
    afterPerSecond: rate,
    atSeconds: seconds,
  }),
  z.looseObject({
    pattern: z.literal('spike'),
    basePerSecond: rate,
    peakPerSecond: rate,
    atSeconds: seconds,
    lengthSeconds: seconds,
  }),
  z.looseObject({
    pattern: z.literal('daily'),
    hourlyPerSecond: z.array(rate).length(24),
    spread: getSpread(24),
  }),
  z.looseObject({
    pattern: z.literal('weekly'),
    hourlyPerSecond: z.array(rate).length(168).describe('Monday 0 h first.'),
    spread: getSpread(168),
  }),
  z.looseObject({ pattern: z.literal('poisson'), ratePerSecond: rate }),
  z.looseObject({
    pattern: z.literal('bursty'),
    onPerSecond: rate,
    onSeconds: seconds,
    offPerSecond: rate,
    offSeconds: seconds,
  }),
  z.looseObject({
    pattern: z.literal('files'),
    filesPerDay: within(numberLimits.filesPerDay),
    recordsPerFile: within(numberLimits.recordsPerFile),
  }),
  z.looseObject({
    pattern: z.literal('recorded'),
    csv: z.string().max(textLimits.recording),
    counts: z.enum(['per-second', 'per-period']).optional(),
  }),
]);

const bytes = within(numberLimits.recordSizeBytes).describe('Bytes.');
const share = within(numberLimits.share);

const recordSizes = z.discriminatedUnion('kind', [
  z
    .looseObject({ kind: z.literal('uniform'), minBytes: bytes, maxBytes: bytes })
    .refine((sizes) => sizes.minBytes <= sizes.maxBytes, { error: 'minBytes must not be above maxBytes' }),
  z.looseObject({
    kind: z.literal('lognormal'),
    coefficientOfVariation: within(numberLimits.coefficientOfVariation),
  }),
  z.looseObject({
    kind: z.literal('listed'),
    sizes: z
      .array(z.looseObject({ bytes, weight: within(numberLimits.weight) }))
      .min(1)
      .max(listLimits.recordSizes)
      .refine((sizes) => sizes.some((size) => size.weight > 0), { error: 'must hold a weight above 0' }),
  }),
]);

const keyDistribution = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('uniform') }),
  z.looseObject({ kind: z.literal('zipf'), exponent: within(numberLimits.zipfExponent) }),
  z.looseObject({
    kind: z.literal('weights'),
    weights: z.array(within(numberLimits.weight)).min(1).max(listLimits.keyWeights),
  }),
]);

const workload = z
  .looseObject({
    id: id.optional(),
    node: id,
    name: name.optional(),
    arrivals,
    recordSizeBytes: bytes.default(1000),
    recordSizes: recordSizes.optional(),
    keyCount: within(numberLimits.keyCount).default(1000),
    keys: keyDistribution.default({ kind: 'uniform' }),
    duplicateShare: share.optional().describe('Share of the records sent once more.'),
    lateShare: share.optional().describe('Share of the records that come late.'),
    lateSeconds: seconds.optional(),
  })
  .describe('Synthetic traffic of a producer.');

const scenario = z.looseObject({
  id: id.optional(),
  name: name.default('Scenario'),
  durationSeconds: within(numberLimits.durationSeconds).default(3600),
  seed: within(numberLimits.seed).default(1),
  loadFactor: within(numberLimits.loadFactor).optional(),
  overrides: z.array(z.looseObject({ node: id, properties })).optional(),
  outages: z
    .array(
      z.looseObject({
        node: id,
        fromSeconds: seconds,
        toSeconds: seconds,
        capacityFactor: within(numberLimits.capacityFactor),
      }),
    )
    .optional(),
});

const suppression = z.looseObject({
  rule: z.string().max(200),
  target: z.string().max(200),
  reason: longText,
});

/**
 * The file as a person may write it: everything but nodes may be left out. Output has the defaults
 * filled in except ids and positions, which parse-design adds.
 */
export const designFileSchema = z
  .looseObject({
    version: z.int().min(1).optional().describe('Format version; the current one when left out.'),
    name: name.default('Untitled pipeline'),
    description: longText.optional(),
    settings: z
      .looseObject({
        region: z
          .string()
          .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'must be an AWS Region code such as us-east-1' })
          .default('us-east-1'),
        tags: z.record(z.string().max(textLimits.tagKey), z.string().max(textLimits.tagValue)).default({}),
        prices: z
          .record(z.string().max(128), within(numberLimits.price))
          .optional()
          .describe('Unit prices in place of the catalogue’s, by service/price.'),
      })
      .default({ region: 'us-east-1', tags: {} }),
    nodes: z.array(node).max(20_000),
    edges: z.array(edge).max(100_000).default([]),
    containers: z.array(container).max(5_000).default([]),
    annotations: z.array(annotation).max(5_000).default([]),
    workloads: z.array(workload).max(5_000).default([]),
    scenarios: z.array(scenario).max(1_000).default([]),
    suppressions: z.array(suppression).max(20_000).default([]),
  })
  .describe('Pipewright design document.');

/** Document after the schema, before ids are filled in. */
export type DesignFile = z.output<typeof designFileSchema>;
