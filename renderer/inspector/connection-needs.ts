import type { PairPermission } from '../../shared/integrations/integration.ts';
import { findGrantSet } from '../../shared/integrations/grant-sets.ts';
import { findService } from '../../shared/services/registry.ts';

/** What the short words of the rule book mean. */
const encryptionWords: Record<string, string> = {
  KD: 'the reader may decrypt with the source’s customer managed key',
  KG: 'the writer may use the target’s customer managed key',
  VPC: 'subnets, routes and security groups that meet',
  TLS: 'TLS',
  SEC: 'credentials in Secrets Manager',
  PUB: 'a target that the service can reach',
  BPA: 'Block Public Access stays on',
};

/** `KD; VPC` as a sentence; what is no code stays as it is. */
export function describeEncryption(text: string): string {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-')
    .map((part) => {
      const keyPolicy = /^KP\((.+)\)$/.exec(part);
      if (keyPolicy) return `the key policy admits ${keyPolicy[1]}`;
      const [code = '', ...rest] = part.split(' ');
      const words = encryptionWords[code];
      return words === undefined ? part : [words, ...rest].join(' ');
    });
  const sentence = parts.join('; ');
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Whose role gets the permissions. */
export function describePrincipal(
  { principal }: PairPermission,
  names: { source: string; target: string },
): string {
  if (principal === 'source') return `Role of ${names.source}`;
  if (principal === 'target') return `Role of ${names.target}`;
  return findService(principal) ? `Role of ${findService(principal)?.shortName}` : principal;
}

/** The actions of the named permission sets, each once. */
export function getActions({ grants }: PairPermission): readonly string[] {
  const actions = grants.flatMap(
    (id) => findGrantSet(id)?.statements.flatMap((statement) => statement.actions) ?? [],
  );
  return [...new Set(actions)];
}
