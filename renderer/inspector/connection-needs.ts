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

/** What a role needs for a connection. */
export interface RoleNeed {
  role: string;
  actions: readonly string[];
}

function describePrincipal(principal: string, names: { source: string; target: string }): string {
  if (principal === 'source') return `Role of ${names.source}`;
  if (principal === 'target') return `Role of ${names.target}`;
  const service = findService(principal);
  return service ? `Role of ${service.shortName}` : principal;
}

/** Actions by role, each once, from the permission sets that the rule names. */
export function getRoleNeeds(
  permissions: readonly PairPermission[],
  names: { source: string; target: string },
): readonly RoleNeed[] {
  const needs = new Map<string, Set<string>>();
  for (const { principal, grants } of permissions) {
    const role = describePrincipal(principal, names);
    const actions = needs.get(role) ?? new Set();
    needs.set(role, actions);
    for (const grant of grants) {
      for (const statement of findGrantSet(grant)?.statements ?? []) {
        for (const action of statement.actions) actions.add(action);
      }
    }
  }
  return [...needs].map(([role, actions]) => ({ role, actions: [...actions] }));
}
