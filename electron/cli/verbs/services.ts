import type { ServiceDefinition } from '../../../shared/services/define-service.ts';
import { findService, services } from '../../../shared/services/registry.ts';
import { type Command, UsageError } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { printTable } from '../print-table.ts';
import { printSuggestion } from '../suggest.ts';

const all: readonly ServiceDefinition[] = services;

export const servicesCommand: Command = {
  name: 'services',
  summary: 'list the services of the catalogue, or show one',
  usage: '[SERVICE]',
  arity: [0, 1],
  options: [],
  findings: 'never',
  examples: ['pipewright services', 'pipewright services kds --json'],
  run: async ({ positionals }, { terminal, json }) => {
    const [id] = positionals;
    if (id === undefined) {
      terminal.out(json ? JSON.stringify(all.map(describe), null, 2) : printList());
      return exitCodes.fine;
    }
    const service = findService(id);
    if (!service) {
      const ids = all.map((item) => item.id);
      throw new UsageError(`The catalogue has no service "${id}".${printSuggestion(id, ids)}`);
    }
    terminal.out(json ? JSON.stringify(describe(service), null, 2) : printService(service));
    return exitCodes.fine;
  },
};

/** A service as JSON: everything but its functions. */
function describe(service: ServiceDefinition) {
  const { simulation, iac, ...facts } = service;
  return {
    ...facts,
    simulation: { description: simulation.description, sources: simulation.sources },
    export: {
      types: iac.types,
      ...(iac.missing && { missing: iac.missing }),
      ...(iac.notExported !== undefined && { notExported: iac.notExported }),
    },
  };
}

function printList(): string {
  const rows = all.map((service) => [
    service.id,
    service.displayName,
    service.category,
    service.lifecycle.status === 'available' ? '' : service.lifecycle.status,
  ]);
  return `${printTable([['id', 'name', 'category', 'status'], ...rows])}\n\n${all.length} services`;
}

function printService(service: ServiceDefinition): string {
  const { lifecycle } = service;
  const properties = service.properties.map((property) => [
    property.name,
    property.type,
    typeof property.default === 'object' ? '' : String(property.default),
    property.unit ?? '',
    property.help,
  ]);
  const limits = service.limits.map((limit) => [
    limit.label,
    limit.value === null ? 'not published' : String(limit.value),
    limit.unit,
    limit.sources.join(' '),
  ]);
  return [
    `${service.displayName} (${service.id})`,
    service.summary,
    ...(lifecycle.status === 'available' ? [] : [`${lifecycle.status}: ${lifecycle.note}`]),
    service.docsUrl,
    ...(properties.length > 0
      ? ['', printTable([['property', 'type', 'default', 'unit', 'meaning'], ...properties])]
      : []),
    ...(limits.length > 0 ? ['', printTable([['limit', 'value', 'unit', 'sources'], ...limits])] : []),
  ].join('\n');
}
