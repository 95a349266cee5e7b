import { z } from 'zod';
import { designFileSchema } from '../shared/graph/schema.ts';
import type { GeneratedFile } from './generated-file.ts';

/** JSON Schema of the design document, from the schema that opens files. */
export function build(): GeneratedFile[] {
  const schema = {
    $id: 'design.schema.json',
    title: 'Pipewright design',
    ...z.toJSONSchema(designFileSchema, { io: 'input' }),
  };
  return [{ path: 'docs/design.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` }];
}
