import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e/specs',
  outputDir: 'test-results',
  // One window at a time: the tests measure and move a real pointer.
  workers: 1,
  fullyParallel: false,
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
