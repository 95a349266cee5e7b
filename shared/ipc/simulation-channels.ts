import { z } from 'zod';
import type { SimulationResult } from '../simulator/simulate.ts';
import { defineEvent, defineRequest } from './define-channel.ts';
import { maxDocumentBytes } from './document-channels.ts';

const run = z.string().regex(/^[0-9a-f-]{36}$/);

export const simulationRequests = {
  /** Starts a run in its own process; one at a time, a new one cancels the old. */
  'simulation:start': defineRequest(
    z.strictObject({
      /** The design as JSON text. */
      text: z.string().max(maxDocumentBytes),
      /** Id of the scenario; absent runs the design as drawn. */
      scenario: z.string().max(200).optional(),
      durationSeconds: z
        .number()
        .positive()
        .max(366 * 86_400)
        .optional(),
      seed: z.int().nonnegative().optional(),
      mode: z.enum(['fluid', 'exact']).optional(),
      /** A stretch of which the result also carries every step. */
      window: z
        .strictObject({ fromSeconds: z.number().nonnegative(), toSeconds: z.number().positive() })
        .optional(),
    }),
    z.strictObject({ run }),
    maxDocumentBytes,
  ),
  'simulation:cancel': defineRequest(z.strictObject({ run }), z.void()),
};

export const simulationEvents = {
  'simulation:progress': defineEvent(
    z.strictObject({ run, fraction: z.number(), simulatedSeconds: z.number() }),
  ),
  'simulation:finished': defineEvent(z.strictObject({ run, result: z.custom<SimulationResult>() })),
  'simulation:failed': defineEvent(z.strictObject({ run, cancelled: z.boolean(), message: z.string() })),
};
