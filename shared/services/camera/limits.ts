import type { LimitDefinition } from '../define-service.ts';

/** A camera is not an AWS service; the limits of what it sends to are on the video stream. */
export const limits: readonly LimitDefinition[] = [];
