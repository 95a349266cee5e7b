import type { ServiceTime } from '../kernel/station.ts';
import { getFields, getNumber, getText, OracleError } from './oracle-case.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Translates `{dist, …}` into a service time. Throws OracleError for a distribution it does not know. */
export function buildServiceTime(service: Fields): ServiceTime {
  const kind = getText(service, 'dist', 'deterministic');
  switch (kind) {
    case 'deterministic':
      return { distribution: 'deterministic', meanSeconds: getNumber(service, 'mean') };
    case 'exp':
    case 'exponential':
      return { distribution: 'exponential', meanSeconds: getNumber(service, 'mean') };
    case 'lognormal':
      return {
        distribution: 'lognormal',
        meanSeconds: getNumber(service, 'mean'),
        coefficientOfVariation: getNumber(service, 'cv'),
      };
    case 'hyperexp': {
      const p = getNumber(service, 'p');
      return {
        distribution: 'hyperexponential',
        branches: [
          { probability: p, meanSeconds: getNumber(service, 'mean1') },
          { probability: 1 - p, meanSeconds: getNumber(service, 'mean2') },
        ],
      };
    }
    case 'twoPoint':
      return {
        distribution: 'two-point',
        probability: getNumber(service, 'p'),
        firstSeconds: getNumber(service, 'a'),
        secondSeconds: getNumber(service, 'b'),
      };
    default:
      throw new OracleError(`service distribution ${kind} is not known`);
  }
}

/** Service time of a node's `service` field. */
export function getNodeServiceTime(node: Fields): ServiceTime {
  return buildServiceTime(getFields(node, 'service'));
}
