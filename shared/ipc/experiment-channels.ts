import { z } from 'zod';
import type { PropertyValue } from '../graph/design.ts';
import type { ExperimentSummary } from '../simulator/experiments/summarize-runs.ts';
import { defineEvent, defineRequest } from './define-channel.ts';
import { maxDocumentBytes } from './document-channels.ts';

const run = z.string().regex(/^[0-9a-f-]{36}$/);
const name = z.string().max(400);
const value = z.custom<PropertyValue>(
  (item) => typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean',
);

/** An experiment with everything filled in, from the page or from a file. */
export const experimentSchema = z.strictObject({
  variations: z
    .array(
      z.strictObject({
        name,
        target: z.union([
          z.strictObject({ kind: z.literal('property'), node: name, property: name }),
          z.strictObject({ kind: z.literal('load') }),
        ]),
        values: z.array(value).min(1).max(1000).readonly(),
      }),
    )
    .max(8)
    .readonly(),
  replications: z.int().positive().max(1_000_000),
  scenario: name.exactOptional(),
  durationSeconds: z
    .number()
    .positive()
    .max(366 * 86_400),
  seed: z.int(),
  mode: z.enum(['fluid', 'exact']),
});

export const experimentRequests = {
  /** Makes the runs in processes of their own; one experiment at a time, a new one cancels the old. */
  'experiment:start': defineRequest(
    z.strictObject({
      /** The design as JSON text. */
      text: z.string().max(maxDocumentBytes),
      experiment: experimentSchema,
    }),
    z.strictObject({ run }),
    maxDocumentBytes,
  ),
  'experiment:cancel': defineRequest(z.strictObject({ run }), z.void()),
};

export const experimentEvents = {
  'experiment:progress': defineEvent(z.strictObject({ run, done: z.int(), total: z.int() })),
  'experiment:finished': defineEvent(z.strictObject({ run, summary: z.custom<ExperimentSummary>() })),
  'experiment:failed': defineEvent(z.strictObject({ run, cancelled: z.boolean(), message: z.string() })),
};
