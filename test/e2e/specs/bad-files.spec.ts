import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { badFiles } from '../harness/bad-files.ts';
import { answerOpenDialog, answerQuestion, chooseMenuItem } from '../harness/native-dialogs.ts';
import { expect, test } from '../harness/test.ts';

test('every bad file gets its message, none is touched, and the app goes on', async ({ launch }) => {
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-bad-'));
  const { app, page } = await launch();
  await expect(page.locator('#root')).not.toBeEmpty();
  await answerQuestion(app, 'Don’t save');
  for (const { name, bytes, says, opens } of badFiles) {
    await test.step(name, async () => {
      const path = join(folder, `${name}.pipewright.json`);
      await writeFile(path, bytes);
      const before = await stat(path);
      await answerOpenDialog(app, path);
      await chooseMenuItem(app, 'file.open');
      const message = page.getByRole(opens ? 'status' : 'alert').filter({ hasText: says });
      await expect(message).toBeVisible();
      const after = await stat(path);
      expect(await readFile(path)).toEqual(Buffer.from(bytes));
      expect(after.mtimeMs).toBe(before.mtimeMs);
      await message.getByRole('button', { name: 'Close' }).click();
    });
  }
  // The next good file opens as if nothing had happened.
  const good = join(folder, 'good.pipewright.json');
  await writeFile(good, '{"nodes": [{"id": "in", "service": "kds"}], "edges": []}');
  await answerOpenDialog(app, good);
  await chooseMenuItem(app, 'file.open');
  await expect(page.locator('.react-flow__node')).toHaveCount(1);
  await rm(folder, { recursive: true, force: true });
});
