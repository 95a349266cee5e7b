import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createDesign } from '../shared/graph/create-design.ts';
import type { Design } from '../shared/graph/design.ts';
import { parseDesign } from '../shared/graph/parse-design.ts';
import { exportDesign } from '../shared/iac/export.ts';
import type { ExportedFile } from '../shared/iac/ir/line-map.ts';
import type { ExportTarget } from '../shared/iac/targets.ts';

/** Targets of the project: milliseconds per export, its share of one synthesis, and memory. */
const targets = { export: 300, ratio: 0.1, megabytes: 200 };
const nodeCount = 200;
const runs = 5;
/** Together they stay under the 500 resources that CloudFormation takes in a stack. */
const templates = [
  'document-assistant',
  'encrypted-lake',
  'guarded-assistant',
  'iot-telemetry',
  'sales-dashboard',
  'video-threat-detection',
];

/** Templates side by side, each copy with ids of its own, until there are nodes enough. */
function buildLargeDesign(): Design {
  const large = createDesign('Bench');
  for (let copy = 0; large.nodes.length < nodeCount; copy += 1) {
    const name = templates[copy % templates.length] ?? '';
    const parsed = parseDesign(JSON.parse(readFileSync(`templates/${name}/pipeline.json`, 'utf8')));
    if (!parsed.ok) throw new Error(`${name} does not open: ${parsed.problems[0]?.message}`);
    const own = (id: string): string => `c${copy}-${id}`;
    for (const { container: _, ...node } of parsed.design.nodes)
      large.nodes.push({ ...node, id: own(node.id) });
    for (const edge of parsed.design.edges) {
      large.edges.push({ ...edge, id: own(edge.id), source: own(edge.source), target: own(edge.target) });
    }
  }
  large.nodes.length = nodeCount;
  const kept = new Set(large.nodes.map(({ id }) => id));
  large.edges = large.edges.filter(({ source, target }) => kept.has(source) && kept.has(target));
  return large;
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

function time(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The exported files; a design that does not export measures nothing. */
function exportFiles(design: Design, target: ExportTarget): readonly ExportedFile[] {
  const { files, blockers } = exportDesign(design, target);
  if (blockers.length > 0) throw new Error(`${target}: ${blockers[0]?.message}`);
  return files;
}

/** Compiles the project once, then runs its app as the CDK command does, without the command's own time. */
function timeSynthesis(files: readonly ExportedFile[]): number {
  const base = mkdtempSync(join(tmpdir(), 'bench-export-'));
  try {
    symlinkSync(resolve('node_modules'), join(base, 'node_modules'), 'junction');
    for (const { path, text } of files) {
      mkdirSync(dirname(join(base, path)), { recursive: true });
      writeFileSync(join(base, path), text);
    }
    const compiler = [
      '-p',
      base,
      '--noEmit',
      'false',
      '--noCheck',
      '--typeRoots',
      resolve('node_modules/@types'),
    ];
    execFileSync(resolve('node_modules/.bin/tsc'), compiler);
    const environment = {
      ...process.env,
      CDK_OUTDIR: join(base, 'cdk.out'),
      CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:disable-asset-staging': true }),
    };
    const app = join(base, 'bin', 'app.js');
    const synthesize = () => execFileSync(process.execPath, [app], { env: environment, stdio: 'pipe' });
    return median(Array.from({ length: runs }, () => time(synthesize)));
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** `npm run bench:export`: time and memory to write 200 nodes as code, beside one synthesis of that code. */
export function main(): number {
  const design = buildLargeDesign();
  const results = (['cdk', 'terraform'] as const).map((target) => {
    const first = time(() => exportFiles(design, target));
    const samples = Array.from({ length: runs }, () => time(() => exportFiles(design, target)));
    return { target, first, again: median(samples), files: exportFiles(design, target) };
  });
  // The heap alone: the process also holds the bundler when this script has just been built.
  const megabytes = process.memoryUsage().heapUsed / 1024 ** 2;
  const synthesis = timeSynthesis(results[0]?.files ?? []);
  console.log(`${design.nodes.length} nodes, ${design.edges.length} edges; medians of ${runs} runs`);
  for (const { target, first, again, files } of results) {
    const kilobytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1024;
    console.log(
      `${target.padEnd(14)} ${again.toFixed(0).padStart(6)} ms (target ${targets.export}), first ${first.toFixed(0)} ms, ${files.length} files, ${kilobytes.toFixed(0)} kB, ratio ${(again / synthesis).toFixed(3)} (target ${targets.ratio})`,
    );
  }
  console.log(`${'synthesis'.padEnd(14)} ${synthesis.toFixed(0).padStart(6)} ms`);
  console.log(`${'heap'.padEnd(14)} ${megabytes.toFixed(0).padStart(6)} MB (target ${targets.megabytes})`);
  const met =
    megabytes <= targets.megabytes &&
    results.every(({ again }) => again <= targets.export && again <= synthesis * targets.ratio);
  return met ? 0 : 1;
}
