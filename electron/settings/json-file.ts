import { dirname } from 'node:path';
import type { z } from 'zod';
import { writeAtomically } from '../documents/atomic-write.ts';
import type { DocumentFileSystem } from '../documents/file-system.ts';

/** A small JSON file of the app's own, checked by a schema when read and replaced as a whole when written. */
export class JsonFile<Schema extends z.ZodType> {
  private readonly fs: DocumentFileSystem;
  private readonly path: string;
  private readonly schema: Schema;
  private queue: Promise<void> = Promise.resolve();

  constructor(fs: DocumentFileSystem, path: string, schema: Schema) {
    this.fs = fs;
    this.path = path;
    this.schema = schema;
  }

  /** Undefined when the file is missing or not what it should be: the caller's defaults apply. */
  async read(): Promise<z.infer<Schema> | undefined> {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await this.fs.read(this.path));
      const parsed = this.schema.safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : undefined;
    } catch {
      return undefined;
    }
  }

  /** Writes one after the other, so that the last call wins. */
  write(value: z.infer<Schema>): Promise<void> {
    const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
    const written = this.queue.then(async () => {
      await this.fs.makeFolder(dirname(this.path));
      await writeAtomically(this.fs, this.path, bytes, { mode: 0o600 });
    });
    this.queue = written.catch(() => undefined);
    return written;
  }
}
