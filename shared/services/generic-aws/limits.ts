import type { LimitDefinition } from '../define-service.ts';

/** The app does not know which resource it is, so it knows no quotas of it. */
export const limits: readonly LimitDefinition[] = [];
