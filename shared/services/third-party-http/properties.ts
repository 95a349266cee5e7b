import type { PropertyDefinition } from '../property.ts';
import { remoteEndpoint } from '../remote-endpoint.ts';

export const properties: readonly PropertyDefinition[] = [...remoteEndpoint];
