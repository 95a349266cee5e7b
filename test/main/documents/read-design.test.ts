import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/documents/file-system.ts';
import { readDesignFile } from '../../../electron/documents/read-design.ts';
import { designText } from '../support/designs.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const text = designText('Clicks');
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);

async function read(bytes: Uint8Array) {
  const path = join(await makeFolder(), 'file.pipewright.json');
  await writeFile(path, bytes);
  return readDesignFile(nodeFileSystem, path);
}

function utf16(value: string, bigEndian: boolean): Uint8Array {
  const buffer = Buffer.from(`\ufeff${value}`, 'utf16le');
  return bigEndian ? buffer.swap16() : buffer;
}

const refused: [string, Uint8Array, RegExp][] = [
  ['an empty file', utf8(''), /empty/],
  ['a file cut in the middle', utf8(text.slice(0, 80)), /not valid JSON.*Line \d+, column \d+/],
  ['zero bytes', new Uint8Array(100), /100 zero bytes/],
  [
    'a file whose end was never written',
    Buffer.concat([utf8(text.slice(0, 60)), Buffer.alloc(40)]),
    /zero byte at position 60/,
  ],
  ['the tail of another file', utf8(`${text}"tail"}`), /end of the text/],
  ['merge marks', utf8(text.replace('  "nodes"', '<<<<<<< ours\n  "nodes"')), /unfinished merge/],
  ['UTF-16 little-endian', utf16(text, false), /UTF-16 \(little/],
  ['UTF-16 big-endian', utf16(text, true), /UTF-16 \(big/],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), /UTF-16 without/],
  [
    'Latin-1',
    Buffer.from(text.replace('Clicks', 'Klicks für'), 'latin1'),
    /not valid UTF-8: line 3 holds the byte 0xFC/,
  ],
  [
    'an overlong UTF-8 sequence',
    Buffer.concat([utf8('{"'), Buffer.from([0xc0, 0xaf]), utf8('":1}')]),
    /0xC0/,
  ],
  ['a ZIP archive', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /ZIP/],
  ['a PNG picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /PNG/],
  ['HTML', utf8('<!doctype html><html></html>'), /HTML or XML/],
  ['YAML', utf8('Resources:\n  Bucket: {}\n'), /YAML/],
  ['Terraform', utf8('resource "aws_s3_bucket" "b" {}\n'), /Terraform/],
  ['a repeated key', utf8(text.replace('"nodes"', '"name": "twice",\n"nodes"')), /"name" appears twice/],
  ['a key that reaches the prototype', utf8('{"nodes":[],"edges":[],"__proto__":{"x":1}}'), /__proto__/],
  ['nesting without end', utf8('['.repeat(100_000)), /deeper than 200/],
  ['a number beyond doubles', utf8('{"nodes":[],"edges":[],"version":1e999}'), /too large/],
  ['a JSON list', utf8('[]'), /JSON but no design/],
  ['another JSON document', utf8('{"Resources":{}}'), /CloudFormation/],
  ['wrong types', utf8('{"nodes":[{"id":1,"service":"s3"}],"edges":[]}'), /nodes\[0\]\.id/],
];

describe('readDesignFile', () => {
  it.each(refused)('refuses %s and says why', async (_name, bytes, message) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ['as written', text],
    ['with a byte order mark', `\ufeff${text}`],
    ['with CR LF', text.replaceAll('\n', '\r\n')],
    ['with CR', text.replaceAll('\n', '\r')],
    ['minified', JSON.stringify(JSON.parse(text))],
  ])('opens the same design %s', async (_name, variant) => {
    const { design, readOnly } = await read(utf8(variant));
    expect(design).toEqual((await read(utf8(text))).design);
    expect(readOnly).toBe(false);
  });

  it('opens a file with dangling edges read-only, naming them', async () => {
    const broken = '{"nodes":[{"id":"a","service":"s3"}],"edges":[{"source":"a","target":"gone"}]}';
    const { readOnly, problems, notice } = await read(utf8(broken));
    expect(readOnly).toBe(true);
    expect(problems).toMatchObject([{ path: 'edges[0].target' }]);
    expect(notice).toMatch(/Save asks for another file/);
  });

  it('opens a file of a newer version read-only', async () => {
    const { readOnly, notice } = await read(utf8('{"version":99,"nodes":[],"edges":[]}'));
    expect(readOnly).toBe(true);
    expect(notice).toMatch(/newer version/);
  });

  it('refuses what is too large without reading it, and what is no file', async () => {
    const folder = await makeFolder();
    const huge = {
      ...nodeFileSystem,
      stat: async () => ({ isFile: true, size: 2 ** 30, mtimeMs: 0, mode: 0, links: 1, owner: 0 }),
    };
    await expect(readDesignFile(huge, join(folder, 'huge.json'))).rejects.toThrow(/1024 MiB/);
    await expect(readDesignFile(nodeFileSystem, folder)).rejects.toThrow(/not a file/);
    await expect(readDesignFile(nodeFileSystem, join(folder, 'none'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
