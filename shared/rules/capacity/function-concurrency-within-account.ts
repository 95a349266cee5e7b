import { defineDesignRule } from '../define-rule.ts';
import type { EdgeView, NodeView } from '../view/design-view.ts';
import { carriesRecords } from '../view/estimate-flows.ts';
import { formatNumber } from '../wording.ts';
import { findShardCount } from './stream-readers.ts';

export const functionConcurrencyWithinAccount = defineDesignRule({
  id: 'function-concurrency-within-account',
  codes: ['G-127'],
  severity: 'warning',
  category: 'Capacity',
  title: 'All functions together stay within the concurrency of the account',
  description:
    'Functions of an account and Region share 1,000 concurrent executions unless AWS has raised it. Above that ' +
    'invocations are throttled, those of other applications too. Reserve concurrency for what matters, or put a queue ' +
    'in front.',
  sources: ['LM-LIM', 'LA-CON'],
  reach: 'design',
  check: (view) => {
    const functions = view.getNodesOf('lambda');
    if (functions.length === 0) return [];
    const needs = functions.map((node) => ({ node, need: estimateConcurrency(node) }));
    const total = needs.reduce((sum, { need }) => sum + need, 0);
    const allowed = Math.min(...functions.map((node) => node.config.number('accountConcurrency')));
    if (total <= allowed) return [];
    const largest = needs.toSorted((left, right) => right.need - left.need).slice(0, 3);
    const shown = largest.map(({ node, need }) => `${node.name} ${formatNumber(Math.ceil(need))}`).join(', ');
    return [
      {
        message: `The functions run up to ${formatNumber(Math.ceil(total))} times at once (estimated from the workloads; the most: ${shown}); the account allows ${formatNumber(allowed)}. Reserve concurrency, put a queue in front, or ask AWS for more.`,
        targets: largest.map(({ node }) => ({ kind: 'node', id: node.id })),
      },
    ];
  },
});

/** Executions at once at the peak, capped by what the trigger and the reservation allow. */
function estimateConcurrency(node: NodeView): number {
  const seconds = node.config.number('averageDurationMs') / 1000;
  const need = node.incoming
    .filter((edge) => carriesRecords(edge))
    .reduce((sum, edge) => sum + estimateForEdge(edge, seconds), 0);
  const reserved = node.config.number('reservedConcurrentExecutions');
  return reserved > 0 ? Math.min(need, reserved) : need;
}

function estimateForEdge(edge: EdgeView, seconds: number): number {
  const batch = edge.config.has('batchSize') ? Math.max(1, edge.config.number('batchSize')) : 1;
  const need = (edge.flow.recordsPeak / batch) * seconds;
  if (edge.config.has('maximumConcurrency')) return Math.min(need, edge.config.number('maximumConcurrency'));
  if (edge.config.has('parallelizationFactor') && edge.source.service === 'kds') {
    const shards = findShardCount(edge.source);
    if (shards !== undefined) return Math.min(need, shards * edge.config.number('parallelizationFactor'));
  }
  return need;
}
