import { create } from 'zustand';
import type { Design } from '../../shared/graph/design.ts';
import { findNode } from '../../shared/graph/queries.ts';
import type { PairVerdict } from '../../shared/integrations/integration.ts';
import { getVerdict, isAccepted } from '../catalog/pair-verdicts.ts';

/** A node as the possible other end of the connection being drawn. */
export interface Candidate {
  isAccepted: boolean;
  /** The rule book says that it works; what no rule covers is accepted, but not recommended. */
  isKnown: boolean;
  verdict: PairVerdict;
}

export interface ConnectionOrigin {
  node: string;
  /** `out` when the drag started at an output: the other end is a target. */
  direction: 'in' | 'out';
}

interface ConnectionState {
  origin: ConnectionOrigin | undefined;
  candidates: ReadonlyMap<string, Candidate>;
  /** The node under the pointer. */
  over: string | undefined;
}

const none: ReadonlyMap<string, Candidate> = new Map();

export const useConnection = create<ConnectionState>()(() => ({
  origin: undefined,
  candidates: none,
  over: undefined,
}));

/** The verdict for a connection between the origin and another node. */
export function getCandidate(design: Design, origin: ConnectionOrigin, other: string): Candidate | undefined {
  const from = findNode(design, origin.node);
  const to = findNode(design, other);
  if (!from || !to) return undefined;
  const [source, target] = origin.direction === 'out' ? [from, to] : [to, from];
  const verdict = getVerdict(source.service, target.service);
  return { isAccepted: isAccepted(verdict), isKnown: verdict.verdict !== 'unknown', verdict };
}

/** Works out every possible end at once: what the drag shows must not lag behind the pointer. */
export function beginConnection(design: Design, origin: ConnectionOrigin): void {
  const candidates = new Map<string, Candidate>();
  for (const node of design.nodes) {
    const candidate = node.id === origin.node ? undefined : getCandidate(design, origin, node.id);
    if (candidate) candidates.set(node.id, candidate);
  }
  useConnection.setState({ origin, candidates, over: undefined });
}

export function endConnection(): void {
  useConnection.setState({ origin: undefined, candidates: none, over: undefined });
}
