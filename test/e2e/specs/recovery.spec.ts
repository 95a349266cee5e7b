import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseMenuItem } from '../harness/native-dialogs.ts';
import { expect, test } from '../harness/test.ts';

const text = '{"nodes": [{"id": "in", "service": "kds"}, {"id": "out", "service": "firehose"}], "edges": []}';

/** Deletes the first node: a change that is easy to see. */
async function deleteOneNode(page: Page): Promise<void> {
  const nodes = page.locator('.react-flow__node');
  await expect(nodes).toHaveCount(2);
  await nodes.first().click();
  await page.keyboard.press('Delete');
  await expect(nodes).toHaveCount(1);
  // Changes reach the journal within a second.
  await page.waitForTimeout(1000);
}

test('work that was not saved survives the death of the app', async ({ launch }) => {
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-recovery-'));
  const userData = join(folder, 'profile');
  const path = join(folder, 'orders.pipewright.json');
  await writeFile(path, text);
  const first = await launch({ files: [path], userData });
  await deleteOneNode(first.page);
  const killed = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await killed;
  // Nothing of the dead app can have complained.
  first.complaints.length = 0;

  const second = await launch({ userData });
  await expect(second.page.locator('.react-flow__node')).toHaveCount(1);
  await expect(second.page.getByRole('status').filter({ hasText: 'Recovered' })).toBeVisible();
  expect(await readFile(path, 'utf8')).toBe(text);
  // Saving the recovered work goes to its file, and the next start has nothing to recover.
  await chooseMenuItem(second.app, 'file.save');
  await expect.poll(() => readFile(path, 'utf8')).not.toBe(text);
  await second.close();

  const third = await launch({ userData });
  await expect(third.page.locator('.react-flow__node')).toHaveCount(0);
  await third.close();
  await rm(folder, { recursive: true, force: true });
});

test('a window that crashes comes back with every change', async ({ launch }) => {
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-crash-'));
  const path = join(folder, 'orders.pipewright.json');
  await writeFile(path, text);
  const { app, page, complaints } = await launch({ files: [path] });
  await deleteOneNode(page);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  // The page object is the crashed one for good; the window is asked through the main process.
  const countNodes = (): Promise<number> =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // A question to a page that is about to crash is never answered.
      const none = new Promise((resolve) => setTimeout(() => resolve(-1), 1000));
      const question = contents?.executeJavaScript("document.querySelectorAll('.react-flow__node').length");
      const count: unknown = await Promise.race([question, none]);
      return Number(count);
    });
  await expect.poll(countNodes, { timeout: 15_000 }).toBe(1);
  complaints.length = 0;
  await rm(folder, { recursive: true, force: true });
});
