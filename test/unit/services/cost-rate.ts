import type { ServiceDefinition } from '../../../shared/services/define-service.ts';
import type { NodeModel } from '../../../shared/services/simulation-model.ts';

/** USD per unit of the basis of the cost line with this label. */
export function rateOf(service: ServiceDefinition, model: NodeModel, label: string): number {
  const line = model.cost?.find((candidate) => candidate.label === label);
  if (!line) throw new Error(`No cost line "${label}".`);
  const price = service.limits.find((limit) => limit.id === line.price);
  if (price?.kind !== 'price') throw new Error(`No price "${line.price}".`);
  if (price.value === null) throw new Error(`Price "${line.price}" is not published.`);
  return line.factor * price.value;
}
