import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

function nodeProject(name: string, testTimeout = 20_000) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      environment: 'node',
      // Tests here are pure: sharing the modules of a worker saves loading the catalogue for every file.
      isolate: false,
      testTimeout,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      nodeProject('unit'),
      nodeProject('main'),
      nodeProject('structure'),
      nodeProject('golden', 300_000),
      {
        plugins: [react()],
        test: {
          name: 'component',
          include: ['test/component/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout: 20_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['shared/**', 'electron/**', 'renderer/**'],
      reportsDirectory: 'coverage',
    },
  },
});
