import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { answerOpenDialog, chooseMenuItem } from '../harness/native-dialogs.ts';
import { expect, test } from '../harness/test.ts';
import { Designer } from '../pages/designer.ts';

const pictures = process.env.PIPEWRIGHT_PICTURES ?? 'test-results/pictures';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipewright-compare-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a file edited by hand is shown beside the export, kept, and stays untouched', async ({ launch }) => {
  const { app, page } = await launch();
  const designer = new Designer(page);
  await designer.openTemplate('Clickstream to lake and warehouse');
  await answerOpenDialog(app, folder);
  await chooseMenuItem(app, 'file.export-terraform');
  await expect(page.getByText(/files written to/)).toBeVisible();

  const main = join(folder, 'main.tf');
  const exported = await readFile(main, 'utf8');
  const edited = exported.replace(
    'resource "aws_kinesis_stream"',
    '# Checked by Kim.\nresource "aws_kinesis_stream"',
  );
  expect(edited).not.toBe(exported);
  await writeFile(main, edited);
  await writeFile(join(folder, 'README.md'), 'Our own words.\n');

  await chooseMenuItem(app, 'file.export-terraform');
  const dialog = page.getByRole('dialog', { name: /^Terraform export and/ });
  await expect(dialog.getByRole('region', { name: 'Edited by hand' })).toContainText('main.tf');
  await dialog.getByRole('button', { name: /^main\.tf/ }).click();
  const detail = dialog.getByRole('region', { name: 'main.tf' });
  await expect(detail.getByText('# Checked by Kim.')).toBeVisible();
  await expect(detail.getByRole('radio', { name: 'Keep mine' })).toBeChecked();
  await expect(detail.getByText(/hidden lines/).first()).toBeVisible();
  await page.screenshot({ path: join(pictures, 'export-compare.png'), animations: 'disabled' });
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);

  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: /dark theme/i }).click();
  await chooseMenuItem(app, 'file.export-terraform');
  await dialog.getByRole('button', { name: /^README\.md/ }).click();
  await page.screenshot({ path: join(pictures, 'export-compare-dark.png'), animations: 'disabled' });
  await dialog.getByRole('radio', { name: 'Replace' }).click();
  await dialog.getByRole('button', { name: 'Write 1 file' }).click();
  await expect(page.getByText(/^1 file written to .*, 1 kept\.$/)).toBeVisible();
  expect(await readFile(main, 'utf8')).toBe(edited);
  expect(await readFile(join(folder, 'README.md'), 'utf8')).not.toContain('Our own words');
  const manifest: unknown = JSON.parse(await readFile(join(folder, '.pipewright-export.json'), 'utf8'));
  expect(manifest).toMatchObject({ kept: ['main.tf'] });
});

test('a file that changes while it is compared is not replaced', async ({ launch }) => {
  const { app, page } = await launch();
  const designer = new Designer(page);
  await designer.openTemplate('Clickstream to lake and warehouse');
  const main = join(folder, 'main.tf');
  await writeFile(main, 'mine');
  await answerOpenDialog(app, folder);
  await chooseMenuItem(app, 'file.export-terraform');
  const dialog = page.getByRole('dialog', { name: /^Terraform export and/ });
  await dialog.getByRole('radio', { name: 'Replace' }).click();
  await writeFile(main, 'mine, later');
  await dialog.getByRole('button', { name: /^Write/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('The folder changed since it was compared: main.tf.');
  expect(await readFile(main, 'utf8')).toBe('mine, later');
  await dialog.getByRole('button', { name: 'Compare again' }).click();
  await expect(dialog.getByText('mine, later')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await readFile(main, 'utf8')).toBe('mine, later');
});

test('going through the files faster than they are compared breaks nothing', async ({ launch }) => {
  const { app, page } = await launch();
  await new Designer(page).openTemplate('Clickstream to lake and warehouse');
  for (const name of ['main.tf', 'README.md', 'iam.tf'])
    await writeFile(join(folder, name), 'x\n'.repeat(3000));
  await answerOpenDialog(app, folder);
  const dialog = page.getByRole('dialog', { name: /^Terraform export and/ });
  for (let round = 0; round < 3; round++) {
    await chooseMenuItem(app, 'file.export-terraform');
    await dialog.waitFor();
    await page.evaluate(() => {
      const files = document.querySelectorAll<HTMLElement>('nav[aria-label="Compared files"] button');
      for (const file of files) file.click();
    });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toHaveCount(0);
  }
});

test('copies a file of the export', async ({ launch }) => {
  const { app, page } = await launch();
  const designer = new Designer(page);
  await designer.openTemplate('Clickstream to lake and warehouse');
  await designer.show('Export');
  await page.getByRole('radio', { name: 'Terraform' }).click();
  await page.getByRole('button', { name: 'Copy file' }).click();
  await expect(page.getByText('main.tf is on the clipboard.')).toBeVisible();
  const text = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(text).toContain('resource "aws_kinesis_stream" "clicks"');
});
