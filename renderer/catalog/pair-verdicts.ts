import type { PairVerdict } from '../../shared/integrations/integration.ts';
import { getPairVerdict } from '../../shared/integrations/verdict.ts';

const known = new Map<string, PairVerdict>();

/** What the integration book says of two services; remembered, because a canvas asks for the same pairs. */
export function getVerdict(source: string, target: string): PairVerdict {
  const key = `${source} ${target}`;
  const found = known.get(key);
  if (found) return found;
  const verdict = getPairVerdict(source, target);
  known.set(key, verdict);
  return verdict;
}

/** Whether the canvas takes the connection as drawn. What no rule knows is drawn and gets a finding. */
export function isAccepted(verdict: PairVerdict): boolean {
  return verdict.verdict === 'direct' || verdict.verdict === 'discouraged' || verdict.verdict === 'unknown';
}
