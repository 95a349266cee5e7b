import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { contentSecurityPolicy } from './electron/security/content-security-policy.ts';

// The oldest runtime the tests may run on; see docs/architecture.md.
const nodeTarget = 'node20.18';
const browserTarget = 'chrome130';

/** The policy once more inside the page, where scanners look; the header of the app's scheme is what counts. */
function policyInPage(): Plugin {
  // A page cannot say who may frame it.
  const content = contentSecurityPolicy.replace(/; frame-ancestors [^;]*/, '');
  return {
    name: 'policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' },
    ],
  };
}

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          'simulation-worker': 'electron/simulation/worker.ts',
          'experiment-worker': 'electron/experiments/worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        // A sandboxed preload script has to be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), policyInPage()],
    worker: { format: 'es' },
    build: {
      target: browserTarget,
      outDir: 'out/renderer',
      // Small fonts and images would become data: URLs, which the content security policy blocks.
      assetsInlineLimit: 0,
      minify: true,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
