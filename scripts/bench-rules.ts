import { performance } from 'node:perf_hooks';
import { createDesign } from '../shared/graph/create-design.ts';
import type { Design, DesignNode } from '../shared/graph/design.ts';
import { createChecker } from '../shared/rules/engine.ts';
import { rules } from '../shared/rules/registry.ts';

/** Targets of the project for a design of 2,000 nodes and 3,000 edges, in milliseconds. */
const targets = { edit: 16, whole: 150 };
const nodeCount = 2000;
const edgeCount = 3000;
const edits = 400;

/** One pipeline; the design repeats it and adds edges between the copies. */
const chain = ['producer-sdk', 'kds', 'firehose', 's3', 'glue-etl', 's3', 'glue-catalog', 'athena'];
const branch = ['lambda', 'dynamodb'];

/** A design of many pipelines side by side, with cross edges, workloads and some faults. */
function buildDesign(): Design {
  const design = createDesign('Bench');
  const block = [...chain, ...branch];
  const blocks = Math.ceil(nodeCount / block.length);
  const connect = (source: string, target: string): void => {
    design.edges.push({ id: `${source}-to-${target}`, source, target, properties: {} });
  };
  for (let index = 0; index < blocks; index += 1) {
    const id = (place: number): string => `n${index}-${place}`;
    for (const [place, service] of block.entries())
      design.nodes.push({ id: id(place), service, properties: { note: 1 } });
    for (let place = 1; place < chain.length; place += 1) connect(id(place - 1), id(place));
    connect(id(1), id(chain.length));
    connect(id(chain.length), id(chain.length + 1));
    design.workloads.push({
      id: `w${index}`,
      node: id(0),
      arrivals: { pattern: 'constant', ratePerSecond: 500 + index },
      recordSizeBytes: 1000,
      keyCount: 1000,
      keys: { kind: 'uniform' },
    });
  }
  design.nodes.length = Math.min(design.nodes.length, nodeCount);
  // Producers feed the streams of the pipelines after theirs, until there are edges enough.
  for (let step = 1; design.edges.length < edgeCount; step += 1) {
    for (let index = 0; index < blocks && design.edges.length < edgeCount; index += 1)
      connect(`n${index}-0`, `n${(index + step) % blocks}-1`);
  }
  return design;
}

/** The same design with one property of one node changed; everything else is shared. */
function edit(design: Design, turn: number): Design {
  const index = (turn * 7919) % design.nodes.length;
  const node = design.nodes[index] as DesignNode;
  const nodes = [...design.nodes];
  nodes[index] = { ...node, properties: { ...node.properties, note: turn } };
  return { ...design, nodes };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Prints the times of whole checks and of re-checks after edits. */
export function main(): void {
  let design = buildDesign();
  for (let turn = 0; turn < 3; turn += 1) createChecker().check(design);
  const whole = median(Array.from({ length: 11 }, () => time(() => createChecker().check(design))));
  const checker = createChecker();
  const found = checker.check(design).length;
  const samples: number[] = [];
  for (let turn = 1; turn <= edits; turn += 1) {
    design = edit(design, turn);
    samples.push(time(() => checker.check(design)));
  }
  const again = median(samples);
  const slow = samples.toSorted((left, right) => right - left)[Math.floor(edits / 100)] ?? 0;
  const show = (value: number): string => value.toFixed(2);
  console.log(
    `${rules.length} rules, ${design.nodes.length} nodes, ${design.edges.length} edges, ${found} findings`,
  );
  console.log(`whole design   ${show(whole)} ms median (target ${targets.whole} ms)`);
  console.log(`property edit  ${show(again)} ms median, ${show(slow)} ms p99 (target ${targets.edit} ms)`);
  console.log(`ratio          ${show(whole / again)} : 1`);
}
