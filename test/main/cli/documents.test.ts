import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli, runJson, useFolder } from './run-cli.ts';

const inFolder = useFolder();

const design = {
  name: 'Orders',
  nodes: [
    { id: 'shop', service: 'producer-sdk' },
    { id: 'in', service: 'kds' },
    { id: 'out', service: 'firehose' },
    { id: 'lake', service: 's3' },
  ],
  edges: [
    { source: 'shop', target: 'in' },
    { source: 'in', target: 'out' },
    { source: 'out', target: 'lake' },
  ],
  workloads: [
    {
      id: 'load',
      node: 'shop',
      arrivals: { pattern: 'constant', ratePerSecond: 100 },
      recordSizeBytes: 500,
      keyCount: 10,
      keys: { kind: 'uniform' },
    },
  ],
};

async function write(name: string, content: unknown): Promise<string> {
  const path = inFolder(name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

interface Validation {
  ok: boolean;
  errors: number;
  warnings: number;
  findings: {
    rule: string;
    severity: string;
    targets: { id: string }[];
    repairs: { label: string }[];
    sources: string[];
  }[];
}

describe('validate', () => {
  it('finds the edge that cannot be as drawn, with its repair', async () => {
    const file = await write('bad-edge.json', {
      nodes: [
        { id: 'stream', service: 'firehose' },
        { id: 'warehouse', service: 'redshift' },
      ],
      edges: [{ id: 'load', source: 'stream', target: 'warehouse' }],
    });
    const { code, answer } = await runJson<Validation>('validate', file);
    expect(code).toBe(1);
    expect(answer.ok).toBe(false);
    const finding = answer.findings.find((item) => item.rule === 'edge-has-its-mediator');
    expect(finding?.severity).toBe('error');
    expect(finding?.targets[0]?.id).toBe('load');
    expect(finding?.sources).toContain('FH-API');
    expect(finding?.repairs[0]?.label).toMatch(/^Insert /);
    const { out } = await runCli('validate', file);
    expect(out).toContain('error  edge load  edge-has-its-mediator');
    expect(out).toMatch(/\d+ errors?/);
  });

  it('counts warnings only when asked to', async () => {
    const file = await write('warned.json', {
      nodes: [
        { id: 'shop', service: 'producer-sdk' },
        { id: 'warehouse', service: 'redshift' },
      ],
      edges: [{ id: 'rows', source: 'shop', target: 'warehouse' }],
    });
    const { answer } = await runJson<Validation>('validate', file);
    expect(answer.findings.some((item) => item.severity === 'warning')).toBe(true);
    expect((await runCli('validate', file, '--strict')).code).toBe(1);
    expect((await runCli('validate', file)).code).toBe(answer.errors > 0 ? 1 : 0);
  });

  it.each([
    ['empty.json', '', 'The file is empty.'],
    ['broken.json', '{"nodes": [', 'not valid JSON'],
    ['list.json', '[]', 'JSON object'],
    ['template.json', '{"Resources": {}}', 'CloudFormation'],
    ['twice.json', '{"nodes":[{"id":"a","service":"s3"},{"id":"a","service":"kds"}],"edges":[]}', 'a'],
  ])('cannot use %s', async (name, text, message) => {
    const file = await write(name, text);
    const { code, err } = await runCli('validate', file);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(name);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('says which file is missing', async () => {
    const { code, answer } = await runJson<{ error: { code: string; message: string } }>(
      'validate',
      inFolder('none.json'),
    );
    expect(code).toBe(2);
    expect(answer.error.code).toBe('not-found');
    expect(answer.error.message).toContain('none.json');
  });
});

describe('fix', () => {
  it('applies safe repairs and says what is left', async () => {
    const file = await write('fixable.json', {
      nodes: [
        { id: 'in', service: 'kds' },
        { id: 'lake', service: 's3' },
      ],
      edges: [{ source: 'in', target: 'lake' }],
    });
    const { answer } = await runJson<{ written: boolean; applied: { rule: string }[]; errors: number }>(
      'fix',
      file,
    );
    expect(answer.applied.map((item) => item.rule)).toContain('edge-has-its-mediator');
    expect(answer.written).toBe(true);
    const saved = JSON.parse(await readFile(file, 'utf8')) as { nodes: { service: string }[] };
    expect(saved.nodes.map((node) => node.service)).toContain('firehose');
    const again = await runJson<{ written: boolean; applied: object[] }>('fix', file);
    expect(again.answer).toMatchObject({ written: false, applied: [] });
  });

  it('leaves the file alone when another one is named', async () => {
    const file = await write('kept.json', design);
    const before = await readFile(file, 'utf8');
    const out = inFolder('copy.json');
    await runCli('fix', file, '--out', out);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(JSON.parse(await readFile(out, 'utf8'))).toHaveProperty('nodes');
  });
});

interface Simulation {
  durationSeconds: number;
  seed: number;
  massResidual: number;
  nodes: { id: string; totals: { arrived: number }; series?: object }[];
}

describe('simulate', () => {
  it('replays the workloads, gives the same bytes twice and conserves mass', async () => {
    const file = await write('run.json', design);
    const argv = ['simulate', file, '--duration', '10m', '--seed', '7', '--json'];
    const first = await runCli(...argv);
    expect(first.code).toBe(0);
    expect((await runCli(...argv)).out).toBe(first.out);
    const answer = JSON.parse(first.out) as Simulation;
    expect(answer).toMatchObject({ durationSeconds: 600, seed: 7, massResidual: 0 });
    const stream = answer.nodes.find((node) => node.id === 'in');
    // 100 records/s for 600 s, less what is still inside the producer.
    expect(stream?.totals.arrived).toBeGreaterThan(59_900);
    expect(stream?.totals.arrived).toBeLessThanOrEqual(60_000);
    expect(stream?.series).toBeUndefined();
    const withSeries = await runJson<Simulation>('simulate', file, '--duration', '600', '--series');
    expect(withSeries.answer.nodes[0]?.series).toHaveProperty('throughput.mean');
  });

  it('prints a table', async () => {
    const { out } = await runCli('simulate', await write('table.json', design), '--duration', '60s');
    expect(out).toContain('mass residual 0');
    expect(out).toMatch(/node +arrived +out/);
  });

  it('counts lost records as findings when asked to', async () => {
    const nodes = design.nodes.map((node) =>
      node.id === 'in' ? { ...node, properties: { producerRetrySeconds: 0 } } : node,
    );
    const workloads = design.workloads.map((load) => ({
      ...load,
      arrivals: { pattern: 'constant', ratePerSecond: 5000 },
    }));
    const file = await write('overload.json', { ...design, nodes, workloads });
    expect((await runCli('simulate', file, '--duration', '60')).code).toBe(0);
    expect((await runCli('simulate', file, '--duration', '60', '--fail-on-loss')).code).toBe(1);
  });

  it.each([
    [['--duration', 'soon'], '"soon" is no duration'],
    [['--duration', '0'], '"0" is no duration'],
    [['--seed', '1.5'], '--seed takes a whole number; found "1.5"'],
    [['--mode', 'rough'], '--mode is fluid or exact; found "rough"'],
    [['--scenario', 'Christmas'], 'Christmas'],
    [['--why', 'nowhere'], '--why takes the id of a node'],
    [['--why', 'in:colour'], 'throttling, age, loss, latency'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await runCli('simulate', await write('refuse.json', design), ...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('names the limit of the stream behind throttling', async () => {
    const workloads = design.workloads.map((load) => ({
      ...load,
      arrivals: { pattern: 'constant', ratePerSecond: 5000 },
    }));
    const file = await write('why.json', { ...design, workloads });
    const argv = ['simulate', file, '--duration', '60', '--why', 'in:throttling'];
    const { answer } = await runJson<{ why: { causes: Record<string, unknown>[] } }>(...argv);
    expect(answer.why).toMatchObject({ node: 'in', symptom: 'throttling' });
    const here = answer.why.causes.find(({ direction }) => direction === 'here');
    expect(here).toMatchObject({ id: 'in', bindingLimit: expect.any(String) });
    expect(here?.['value']).toBeGreaterThan(0);
    expect((await runCli(...argv)).out).toContain(`limit: ${String(here?.['bindingLimit'])}`);
  });

  it('says how old and complete the data is, by the time after which it is late', async () => {
    const file = await write('fresh.json', design);
    const argv = ['simulate', file, '--duration', '2h', '--late-after', '1m'];
    const { answer } = await runJson<{ freshness: { sinks: Record<string, unknown>[] } }>(...argv);
    expect(answer.freshness).toMatchObject({ lateAfterSeconds: 60, method: expect.any(String) });
    const [lake] = answer.freshness.sinks;
    expect(lake).toMatchObject({ node: 'lake', lostShare: 0 });
    expect(lake?.['lateShare']).toBeGreaterThan(0);
    expect(lake).not.toHaveProperty('lag');
    expect((await runCli(...argv)).out).toMatch(/lands in +mean lag s.*late \(> 60 s\)/);
  });

  it('takes the unit prices of the design and says so', async () => {
    const prices = { 'kds/price-shard-hour': 9 };
    const file = await write('prices.json', { ...design, settings: { prices } });
    const { answer } = await runJson<{ cost: { items: Record<string, unknown>[] } }>(
      'simulate',
      file,
      '--duration',
      '1h',
    );
    const own = answer.cost.items.filter(({ price }) => (price as { overridden: boolean }).overridden);
    expect(own).toEqual([expect.objectContaining({ node: 'in', label: 'Shard hours', sources: [] })]);
    const [{ quantity, usd } = { quantity: 0, usd: 0 }] = own;
    expect(usd).toBe(9 * Number(quantity));
  });

  it('says that there is nothing to run', async () => {
    const file = await write('idle.json', { ...design, workloads: [] });
    const { code, err } = await runCli('simulate', file);
    expect(code).toBe(2);
    expect(err).toContain('No node has a workload');
  });
});

describe('export', () => {
  it.each(['cdk', 'terraform'])('writes a %s project and leaves edited files alone', async (target) => {
    const file = await write(`export-${target}.json`, design);
    const out = inFolder(`project-${target}`);
    const first = await runJson<{ ok: boolean; files: string[]; written: number }>(
      'export',
      target,
      file,
      '--out',
      out,
    );
    expect(first.code).toBe(0);
    expect(first.answer.ok).toBe(true);
    expect(first.answer.files).toContain('README.md');
    expect(first.answer.written).toBe(first.answer.files.length);
    expect(await readFile(`${out}/README.md`, 'utf8')).toContain('Orders');
    const again = await runJson<{ written: number; unchanged: number }>('export', target, file, '--out', out);
    expect(again.answer).toMatchObject({ written: 0, unchanged: first.answer.files.length });
    await writeFile(`${out}/README.md`, 'my own words');
    const kept = await runCli('export', target, file, '--out', out);
    expect(kept.code).toBe(2);
    expect(kept.err).toContain('README.md');
    expect(await readFile(`${out}/README.md`, 'utf8')).toBe('my own words');
    expect((await runCli('export', target, file, '--out', out, '--force')).code).toBe(0);
    expect(await readFile(`${out}/README.md`, 'utf8')).toContain('Orders');
  });

  it('writes nothing while the design has errors', async () => {
    const file = await write('blocked.json', {
      nodes: [
        { id: 'stream', service: 'firehose' },
        { id: 'warehouse', service: 'redshift' },
      ],
      edges: [{ source: 'stream', target: 'warehouse' }],
    });
    const { code, answer } = await runJson<{ ok: boolean; blockers: object[]; files: string[] }>(
      'export',
      'cdk',
      file,
      '--out',
      inFolder('blocked'),
    );
    expect(code).toBe(1);
    expect(answer.ok).toBe(false);
    expect(answer.blockers.length).toBeGreaterThan(0);
    expect(answer.files).toEqual([]);
  });

  it.each([
    [
      ['export', 'pulumi', 'x.json', '--out', 'y'],
      'Export to cdk, terraform, cloudformation, resources; found "pulumi"',
    ],
    [['export', 'cdk', 'x.json'], '--out DIR'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await runCli(...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('layout', () => {
  it('places what has no place and leaves the rest', async () => {
    const nodes = design.nodes.map((node, index) =>
      index === 0 ? { ...node, position: { x: 400, y: 200 } } : node,
    );
    const file = await write('layout.json', { ...design, nodes });
    const { code, answer } = await runJson<{ written: boolean; nodes: { id: string; x: number }[] }>(
      'layout',
      file,
    );
    expect(code).toBe(0);
    expect(answer.written).toBe(true);
    expect(answer.nodes.map((node) => node.id)).toEqual(['in', 'out', 'lake']);
    const saved = JSON.parse(await readFile(file, 'utf8')) as { nodes: { id: string; position: object }[] };
    expect(saved.nodes[0]?.position).toEqual({ x: 400, y: 200 });
    expect(saved.nodes.every((node) => node.position)).toBe(true);
    const again = await runJson<{ written: boolean; nodes: object[] }>('layout', file);
    expect(again.answer).toMatchObject({ written: false, nodes: [] });
  });

  it('moves everything on request, into another file', async () => {
    const nodes = design.nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } }));
    const file = await write('pile.json', { ...design, nodes });
    const before = await readFile(file, 'utf8');
    const out = inFolder('spread.json');
    expect((await runCli('layout', file, '--all', '--out', out)).code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(before);
    const saved = JSON.parse(await readFile(out, 'utf8')) as { nodes: { position: { x: number } }[] };
    expect(new Set(saved.nodes.map((node) => node.position.x)).size).toBe(4);
  });

  it('never writes over a file that it could not read whole', async () => {
    const file = await write('newer.json', { ...design, version: 9999 });
    const before = await readFile(file, 'utf8');
    const { code, err } = await runCli('layout', file);
    expect(code).toBe(2);
    expect(err).toContain('--out FILE');
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('new', () => {
  it('lists the templates', async () => {
    const { code, answer } = await runJson<{ templates: { id: string; title: string; summary: string }[] }>(
      'new',
    );
    expect(code).toBe(0);
    expect(answer.templates.length).toBeGreaterThanOrEqual(6);
    for (const template of answer.templates) expect(template.title + template.summary).not.toBe('');
  });

  it('writes a copy, and never over a file', async () => {
    const out = inFolder('clicks.pipewright.json');
    const { code, answer } = await runJson('new', 'clickstream', '--out', out);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ template: 'clickstream', file: out });
    const text = await readFile(out, 'utf8');
    expect(JSON.parse(text)).toHaveProperty('nodes');
    const again = await runCli('new', 'clickstream', '--out', out);
    expect(again.code).toBe(2);
    expect(again.err).toContain('exists; nothing was written');
    expect(await readFile(out, 'utf8')).toBe(text);
  });

  it('names the nearest template', async () => {
    const { code, err } = await runCli('new', 'clickstreem');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "clickstream"');
  });
});

describe('size', () => {
  const rush = {
    ...design,
    workloads: [
      { ...design.workloads[0], arrivals: { pattern: 'constant', ratePerSecond: 3000 }, keyCount: 5000 },
    ],
    scenarios: [{ id: 'rush', name: 'Black Friday', durationSeconds: 300, seed: 7 }],
  };
  interface Sizing {
    written: boolean;
    advice: { node: string; property: string; current: number; value: number }[];
  }

  it('says what the busiest time asks for and leaves the file as it is', async () => {
    const file = await write('rush.json', rush);
    const { code, answer } = await runJson<Sizing>('size', file);
    expect(code).toBe(0);
    expect(answer.written).toBe(false);
    expect(answer.advice).toMatchObject([{ node: 'in', property: 'shardCount', current: 1, value: 4 }]);
    expect((await runCli('size', file)).out).toContain('in: Shards 4, drawn with 1');
  });

  it('writes the sizes with the run they come from', async () => {
    const file = await write('rush.json', rush);
    const out = inFolder('sized.json');
    expect((await runJson<Sizing>('size', file, '--out', out)).answer.written).toBe(true);
    const saved = JSON.parse(await readFile(out, 'utf8'));
    expect(saved.nodes.find((node: { id: string }) => node.id === 'in')).toMatchObject({
      properties: { shardCount: 4 },
      sizing: { shardCount: { value: 4, scenario: 'Black Friday', seed: 7 } },
    });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(rush);
  });

  it('gives close limits an alarm', async () => {
    const [load] = rush.workloads;
    const arrivals = { pattern: 'constant', ratePerSecond: 3600 };
    const file = await write('full.json', { ...rush, workloads: [{ ...load, arrivals, keyCount: 200_000 }] });
    const { answer } = await runJson<{ alarms: { node: string; alarm: unknown }[] }>(
      'size',
      file,
      '--alarms',
    );
    const saved = JSON.parse(await readFile(file, 'utf8'));
    expect(answer.alarms.length).toBeGreaterThan(0);
    for (const { node, alarm } of answer.alarms) {
      expect(saved.nodes.find(({ id }: { id: string }) => id === node).alarms).toContainEqual(alarm);
    }
  });

  it('says why a design cannot run', async () => {
    const { code, err } = await runCli('size', await write('still.json', { ...design, workloads: [] }));
    expect(code).toBe(2);
    expect(err).toContain('No node has a workload');
  });
});
