import type { EdgeKind } from '../../shared/graph/design.ts';
import type { PortDefinition, ServiceDefinition } from '../../shared/services/define-service.ts';

const everyKind: readonly EdgeKind[] = ['data', 'control', 'configuration', 'change-capture', 'metadata'];

/** Ports of a node whose service the catalogue does not know. */
const unknownPorts: readonly PortDefinition[] = [
  { id: 'in', label: 'Input', direction: 'in', kinds: everyKind },
  { id: 'out', label: 'Output', direction: 'out', kinds: everyKind },
];

export function getPorts(service: ServiceDefinition | undefined): readonly PortDefinition[] {
  return service?.ports ?? unknownPorts;
}

/** The port an edge ends at: the named one, else the first that takes its kind, else the first. */
export function findPort(
  service: ServiceDefinition | undefined,
  direction: 'in' | 'out',
  kind: EdgeKind,
  id: string | undefined,
): PortDefinition | undefined {
  const ports = getPorts(service).filter((port) => port.direction === direction);
  return ports.find((port) => port.id === id) ?? ports.find((port) => port.kinds.includes(kind)) ?? ports[0];
}
