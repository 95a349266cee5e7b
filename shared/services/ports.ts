import type { PortDefinition } from './define-service.ts';

/** Takes data or events from upstream. */
export const dataIn: PortDefinition = {
  id: 'in',
  label: 'Input',
  direction: 'in',
  kinds: ['data', 'change-capture', 'control'],
};

/** Hands data or events downstream. */
export const dataOut: PortDefinition = {
  id: 'out',
  label: 'Output',
  direction: 'out',
  kinds: ['data', 'change-capture', 'control', 'metadata', 'configuration'],
};

/** Takes what configures the service: keys, code, catalogue tables, policies. */
export const configurationIn: PortDefinition = {
  id: 'configuration',
  label: 'Configuration',
  direction: 'in',
  kinds: ['configuration', 'metadata'],
};

/** Ports of most services: data through, configuration from the side. */
export const throughPorts: readonly PortDefinition[] = [dataIn, configurationIn, dataOut];

/** Ports of things that only send. */
export const producerPorts: readonly PortDefinition[] = [dataOut];
