import type { LimitDefinition } from '../define-service.ts';

/** AWS sets no limits on what runs outside it. */
export const limits: readonly LimitDefinition[] = [];
