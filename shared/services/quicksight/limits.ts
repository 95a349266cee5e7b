import type { LimitDefinition } from '../define-service.ts';

/** None of the quotas of QuickSight concerns the records of a pipeline. */
export const limits: readonly LimitDefinition[] = [];
