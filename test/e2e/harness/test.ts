import { test as base, expect } from '@playwright/test';
// For the type of window.pipewright in the pages that tests look into.
import type {} from '../../../renderer/app-api.ts';
import { type LaunchOptions, type LaunchedApp, launchApp } from './launch.ts';

interface Fixtures {
  /** Starts the app; every start is closed at the end and must not have complained. */
  launch(options?: LaunchOptions): Promise<LaunchedApp>;
}

export const test = base.extend<Fixtures>({
  launch: async ({ browserName: _browserName }, use) => {
    const launched: LaunchedApp[] = [];
    await use(async (options) => {
      const app = await launchApp(options);
      launched.push(app);
      return app;
    });
    for (const app of launched) await app.close();
    expect(launched.flatMap(({ complaints }) => complaints)).toEqual([]);
  },
});

export { expect };
