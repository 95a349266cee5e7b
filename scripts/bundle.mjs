import { dirname, basename } from 'node:path';
import { root } from './project.mjs';

/**
 * Bundles one TypeScript entry for Node into a single `.mjs` file. `standalone` takes the packages
 * in as well; otherwise they are loaded from node_modules.
 */
export async function bundleForNode({ entry, outFile, standalone = false }) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: standalone ? { noExternal: true } : {},
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: dirname(outFile),
      emptyOutDir: false,
      minify: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: entry,
        output: { format: 'esm', entryFileNames: basename(outFile), codeSplitting: false },
      },
    },
  });
}
