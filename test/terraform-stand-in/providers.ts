import type { ExportedFile } from '../../shared/iac/ir/line-map.ts';
import { archiveFile, type SchemaBlock, schema } from '../unit/iac/proofs/terraform-schema.ts';
import { type RunningProvider, startProvider } from './server.ts';

/** The types that the files name: Terraform reads the schema before every step, so a small one is faster. */
function keepNamed(
  blocks: Readonly<Record<string, SchemaBlock>>,
  files: readonly ExportedFile[],
): Record<string, SchemaBlock> {
  const named = new Set(files.flatMap(({ text }) => text.match(/\baws_\w+/g) ?? []));
  return Object.fromEntries(Object.entries(blocks).filter(([type]) => named.has(type)));
}

/** Stand-ins of every provider that exports name in `required_providers`. */
export function startProviders(files: readonly ExportedFile[]): Promise<RunningProvider[]> {
  return Promise.all([
    startProvider({
      address: 'registry.terraform.io/hashicorp/aws',
      configuration: schema.configuration,
      resources: keepNamed(schema.resources, files),
      data: keepNamed(schema.data, files),
    }),
    startProvider({
      address: 'registry.terraform.io/hashicorp/archive',
      configuration: { attributes: {}, blocks: {} },
      resources: {},
      data: { archive_file: archiveFile },
    }),
  ]);
}
