import { defineDesignRule } from '../define-rule.ts';
import type { NodeView } from '../view/design-view.ts';
import { carriesRecords } from '../view/estimate-flows.ts';
import { listNames } from '../wording.ts';

const manyJobs = 3;

/** Work that runs and ends; streams and functions run on their own. */
const jobs = new Set([
  'glue-etl',
  'batch',
  'emr',
  'databrew',
  'sm-training',
  'sm-transform',
  'sm-processing',
]);
const orchestrators = new Set(['step-functions', 'data-pipeline']);

export const chainedJobsHaveAnOrchestrator = defineDesignRule({
  id: 'chained-jobs-have-an-orchestrator',
  severity: 'advice',
  category: 'Processing',
  title: 'Three and more jobs in a row have an orchestrator',
  description:
    'Jobs that follow each other by their schedules run on yesterday’s data when one is late, and run on after one has ' +
    'failed. A Step Functions state machine starts each when the one before has ended, retries and reports.',
  sources: ['N-209', 'N-213'],
  reach: 'structure',
  check: (view) => {
    const lengths = new Map<NodeView, NodeView[]>();
    const chains = view.nodes
      .filter((node) => jobs.has(node.service))
      .map((node) => findLongestChain(node, lengths, new Set()))
      .filter((chain) => chain.length >= manyJobs && !chain.some(isOrchestrated));
    // A chain that is the end of a longer one has been said.
    const whole = chains.filter(
      (chain) => !chains.some((other) => other !== chain && other.includes(chain[0] as NodeView)),
    );
    return whole.map((chain) => ({
      message: `${listNames(chain)} run one after the other. Let a Step Functions state machine start them in turn.`,
      targets: chain.map((node) => ({ kind: 'node', id: node.id })),
    }));
  },
});

function isOrchestrated(node: NodeView): boolean {
  return node.incoming.some((edge) => orchestrators.has(edge.source.service));
}

/** Jobs downstream in a row, this one first; what lies between them is passed over. */
function findLongestChain(node: NodeView, known: Map<NodeView, NodeView[]>, path: Set<NodeView>): NodeView[] {
  const remembered = known.get(node);
  if (remembered) return remembered;
  if (path.has(node)) return [];
  path.add(node);
  const longest = node.outgoing
    .filter((edge) => carriesRecords(edge))
    .map((edge) => findLongestChain(edge.target, known, path))
    .reduce<NodeView[]>((best, chain) => (chain.length > best.length ? chain : best), []);
  path.delete(node);
  const chain = jobs.has(node.service) ? [node, ...longest] : longest;
  known.set(node, chain);
  return chain;
}
