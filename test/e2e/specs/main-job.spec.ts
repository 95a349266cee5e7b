import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { answerOpenDialog, answerSaveDialog, chooseMenuItem } from '../harness/native-dialogs.ts';
import { expect, test } from '../harness/test.ts';
import { Designer } from '../pages/designer.ts';

/** Pictures of the README come from this journey: PIPEWRIGHT_PICTURES names the folder. */
const pictures = process.env.PIPEWRIGHT_PICTURES ?? 'test-results/pictures';

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(5, 400);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipewright-job-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('draw, be told, repair, replay, export, save and reopen', async ({ launch }) => {
  const { app, page } = await launch();
  const designer = new Designer(page);

  await test.step('open the clickstream template', async () => {
    await designer.openTemplate('Clickstream to lake and warehouse');
    await expect(designer.node('Clicks, Amazon Kinesis Data Streams')).toBeVisible();
    await picture(page, 'design');
  });

  const warehouse = designer.node('Redshift, Amazon Redshift');
  const delivery = designer.node('Data Firehose, Amazon Data Firehose');
  const refusal = page.getByRole('menu', { name: 'Connection not possible' });

  await test.step('drag a bucket, a delivery stream and a warehouse from the palette', async () => {
    await designer.drop('S3', { x: 480, y: 60 });
    await designer.drop('Data Firehose', { x: 430, y: 470 });
    await designer.drop('Redshift', { x: 740, y: 470 });
    await expect(designer.node('S3, Amazon S3')).toBeVisible();
    await expect(delivery).toBeVisible();
    await expect(warehouse).toBeVisible();
    await designer.connect(designer.node('Clicks, Amazon Kinesis Data Streams'), delivery);
    await expect(designer.edge('clicks', 'firehose')).toBeAttached();
  });

  await test.step('a delivery stream that has a bucket goes through it', async () => {
    await designer.connect(designer.node('Archive, Amazon Data Firehose'), warehouse);
    await expect(refusal.getByRole('menuitem', { name: 'Go through Click lake' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(refusal).toHaveCount(0);
  });

  await test.step('Firehose → Redshift is refused with the reason', async () => {
    await designer.connect(delivery, warehouse);
    await expect(refusal).toContainText('Data Firehose cannot feed Redshift directly');
    await expect(refusal).toContainText('put an S3 bucket in between');
    await picture(page, 'repair');
    await refusal.getByRole('menuitem', { name: 'Insert S3 staging bucket' }).click();
  });

  const staged = designer.edge('s3-2', 'redshift');
  await test.step('the repair is one step to undo and redo', async () => {
    await expect(designer.edge('firehose', 's3-2')).toBeAttached();
    await expect(staged).toBeAttached();
    await designer.undo();
    await expect(staged).toHaveCount(0);
    await expect(designer.edge('firehose', 's3-2')).toHaveCount(0);
    await expect(warehouse).toBeVisible();
    await designer.redo();
    await expect(staged).toBeAttached();
    await expect(page.getByText(/cannot feed/)).toHaveCount(0);
    await picture(page, 'repaired');
  });

  await test.step('replay a day and scrub both ways', async () => {
    await designer.show('Simulate');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    const timeline = page.getByRole('slider', { name: 'Time of the run' });
    await expect(timeline).toBeVisible({ timeout: 60_000 });
    const reading = designer.node('Clicks, Amazon Kinesis Data Streams');
    await expect(reading).toContainText('/s');
    const atEnd = await reading.textContent();
    const box = await timeline.boundingBox();
    if (!box) throw new Error('The timeline is not visible.');
    await page.mouse.click(box.x + box.width * 0.8, box.y + box.height / 2);
    await expect(reading).not.toHaveText(atEnd ?? '');
    const evening = await reading.textContent();
    await picture(page, 'simulate');
    await page.getByRole('button', { name: 'To the start' }).click();
    await expect(reading).not.toHaveText(evening ?? '');
  });

  await test.step('drag across a chart to see every step, and go back', async () => {
    const chart = page.getByRole('img', { name: 'Records/s over the run' });
    const area = await chart.locator('.u-over').boundingBox();
    if (!area) throw new Error('The chart is not visible.');
    const y = area.y + area.height / 2;
    await page.mouse.move(area.x + area.width * 0.5, y);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.55, y, { steps: 5 });
    await page.mouse.up();
    const zoomed = page.getByRole('status').filter({ hasText: 'every 1 s' });
    await expect(zoomed).toContainText(/^1[12]:\d\d:\d\d to 1[23]:\d\d:\d\d/);
    await picture(page, 'simulate-zoom');
    await page.getByRole('button', { name: 'Back to the whole run' }).click();
    await expect(zoomed).toHaveCount(0);
  });

  await test.step('the notes say how the run was made', async () => {
    await page.getByRole('tab', { name: 'Notes' }).click();
    await expect(page.getByRole('tabpanel', { name: 'Notes' })).toContainText(/residual/i);
  });

  await test.step('export both', async () => {
    await designer.show('Export');
    for (const [label, command, file] of [
      ['CDK', 'file.export-cdk', 'cdk.json'],
      ['Terraform', 'file.export-terraform', 'main.tf'],
    ] as const) {
      const target = join(folder, label);
      await mkdir(target);
      await page.getByRole('radio', { name: label }).click();
      await expect(page.getByText(file).first()).toBeVisible();
      await picture(page, label === 'Terraform' ? 'export' : 'export-cdk');
      await answerOpenDialog(app, target);
      await chooseMenuItem(app, command);
      await expect
        .poll(async () => (await readdir(target).catch((): string[] => [])).includes(file))
        .toBe(true);
    }
    expect(await readFile(join(folder, 'Terraform', 'main.tf'), 'utf8')).toContain(
      'resource "aws_kinesis_stream" "clicks"',
    );
    expect(await readdir(join(folder, 'CDK', 'lib'))).toEqual(['clickstream-to-lake-and-warehouse-stack.ts']);
  });

  const file = join(folder, 'clicks.pipewright.json');
  await test.step('save', async () => {
    await answerSaveDialog(app, file);
    await chooseMenuItem(app, 'file.save-as');
    await expect(page.getByRole('contentinfo')).toContainText('Saved');
  });
  const saved = await readFile(file, 'utf8');

  await test.step('close, reopen: everything is as it was', async () => {
    const parsed = parseDesign(JSON.parse(saved));
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    expect(parsed.design.nodes).toHaveLength(11);
    expect(parsed.design.nodes.find((node) => node.id === 'firehose')?.properties).toMatchObject({
      redshiftLoad: true,
    });
    const positions = await designer.getPositions();
    const again = await launch({ files: [file] });
    const reopened = new Designer(again.page);
    await expect(reopened.node('Redshift, Amazon Redshift')).toBeVisible();
    await expect(reopened.edge('s3-2', 'redshift')).toBeAttached();
    expect(await reopened.getPositions()).toEqual(positions);
    await expect(again.page.getByRole('contentinfo')).toContainText('Saved');
    expect(await readFile(file, 'utf8')).toBe(saved);
  });
});
