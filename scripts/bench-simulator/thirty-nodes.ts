import { readFileSync } from 'node:fs';
import type { Design } from '../../shared/graph/design.ts';
import { createDesign } from '../../shared/graph/create-design.ts';
import { parseDesign } from '../../shared/graph/parse-design.ts';
import { type SimulationResult, simulateDesign } from '../../shared/simulator/simulate.ts';
import { daySeconds } from './workloads.ts';

const templates = ['video-threat-detection', 'order-processing', 'iot-telemetry'];

/** Three templates side by side in one design: 31 nodes. */
export function buildThirtyNodes(): Design {
  const design = createDesign('Thirty nodes');
  for (const [place, template] of templates.entries()) {
    const parsed = parseDesign(JSON.parse(readFileSync(`templates/${template}/pipeline.json`, 'utf8')));
    if (!parsed.ok) throw new Error(`${template} does not open: ${parsed.problems[0]?.message}`);
    const rename = (id: string): string => `t${place}-${id}`;
    const { nodes, edges, workloads } = parsed.design;
    design.nodes.push(...nodes.map((node) => ({ ...node, id: rename(node.id) })));
    for (const edge of edges) {
      const ends = { source: rename(edge.source), target: rename(edge.target) };
      design.edges.push({ ...edge, id: rename(edge.id), ...ends });
    }
    for (const item of workloads)
      design.workloads.push({ ...item, id: rename(item.id), node: rename(item.node) });
  }
  return design;
}

/** The same design with more shards in one of its streams. */
export function changeShards(design: Design, shardCount: number): Design {
  const changed = design.nodes.findIndex((node) => node.service === 'kds');
  return {
    ...design,
    nodes: design.nodes.map((node, i) =>
      i === changed ? { ...node, properties: { ...node.properties, shardCount } } : node,
    ),
  };
}

export function simulateDay(design: Design, seed: number): SimulationResult {
  return simulateDesign(design, { durationSeconds: daySeconds, seed });
}

/** What a replication adds to the bands: losses, backlogs, latencies and cost, in a fixed order. */
export function getOutcome(result: SimulationResult): number[] {
  return [
    ...result.stations.flatMap(({ totals, waiting }) => [
      totals.departed,
      totals.dropped,
      totals.backlog,
      waiting.mean,
      waiting.p99,
    ]),
    ...result.endToEnd.flatMap(({ latency }) => [latency.p50, latency.p95, latency.p99]),
  ];
}
