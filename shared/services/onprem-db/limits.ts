import type { LimitDefinition } from '../define-service.ts';

/** AWS sets no limits on a database it does not run; the site's uplink is the designer's own figure. */
export const limits: readonly LimitDefinition[] = [];
