/** Files that no user should be hurt by: what each holds, and a part of what the app must say. */
export interface BadFile {
  name: string;
  bytes: Uint8Array;
  says: RegExp;
  /** Opens all the same, read-only; only the problem is told. */
  opens?: true;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const good =
  '{\n  "version": 1,\n  "name": "Orders",\n  "nodes": [\n    {"id": "in", "service": "kds"},\n    {"id": "out", "service": "firehose"}\n  ],\n' +
  '  "edges": [\n    {"id": "e", "source": "in", "target": "out"}\n  ]\n}\n';

export const badFiles: readonly BadFile[] = [
  { name: 'empty', bytes: utf8(''), says: /empty/ },
  { name: 'blank', bytes: utf8(' \n\n'), says: /Line 3.*empty/ },
  { name: 'cut', bytes: utf8(good.slice(0, 100)), says: /not valid JSON.*Line \d+, column \d+/ },
  { name: 'zeros', bytes: new Uint8Array(4096), says: /zero bytes/ },
  {
    name: 'half-written',
    bytes: Buffer.concat([utf8(good.slice(0, 60)), Buffer.alloc(60)]),
    says: /zero byte/,
  },
  { name: 'two-documents', bytes: utf8(good + good), says: /Line 12.*end of the text/ },
  { name: 'merge-marks', bytes: utf8(good.replace('  "nodes"', '<<<<<<< HEAD\n  "nodes"')), says: /merge/ },
  { name: 'utf16', bytes: Buffer.from(`\ufeff${good}`, 'utf16le'), says: /UTF-16/ },
  {
    name: 'latin1',
    bytes: Buffer.from(good.replace('Orders', 'Aufträge'), 'latin1'),
    says: /not valid UTF-8.*line 3/,
  },
  { name: 'html', bytes: utf8('<!doctype html><script>alert(1)</script>'), says: /HTML/ },
  { name: 'zip', bytes: Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0]), says: /ZIP/ },
  { name: 'yaml', bytes: utf8('Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n'), says: /YAML/ },
  { name: 'list', bytes: utf8('[1, 2, 3]'), says: /list of 3/ },
  { name: 'template', bytes: utf8('{"Resources": {}}'), says: /CloudFormation/ },
  {
    name: 'wrong-types',
    bytes: utf8('{"nodes": [{"id": 7, "service": "s3"}], "edges": []}'),
    says: /nodes\[0\]\.id/,
  },
  { name: 'nodes-object', bytes: utf8('{"nodes": {}, "edges": []}'), says: /nodes/ },
  {
    name: 'duplicate-ids',
    bytes: utf8('{"nodes": [{"id": "a", "service": "s3"}, {"id": "a", "service": "kds"}], "edges": []}'),
    says: /nodes\[1\]\.id.*already used/,
  },
  {
    name: 'duplicate-keys',
    bytes: utf8('{"nodes": [], "edges": [], "nodes": []}'),
    says: /"nodes" appears twice/,
  },
  { name: 'prototype', bytes: utf8('{"nodes": [], "edges": [], "__proto__": {}}'), says: /__proto__/ },
  { name: 'deep', bytes: utf8('{"nodes":'.repeat(50_000)), says: /deeper than 200/ },
  { name: 'huge-number', bytes: utf8('{"version": 1e999, "nodes": [], "edges": []}'), says: /too large/ },
  { name: 'version-text', bytes: utf8('{"version": "1", "nodes": [], "edges": []}'), says: /version/ },
  {
    name: 'dangling-edge',
    bytes: utf8('{"nodes": [{"id": "a", "service": "s3"}], "edges": [{"source": "a", "target": "gone"}]}'),
    says: /edges\[0\]\.target.*"gone"/,
    opens: true,
  },
  {
    name: 'newer',
    bytes: utf8('{"version": 99, "nodes": [], "edges": []}'),
    says: /newer version/,
    opens: true,
  },
];
