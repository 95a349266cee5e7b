import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';
import { Designer } from '../pages/designer.ts';

/** What breaks WCAG 2.1 AA on the page as it stands, one line each. */
async function findViolations(page: Page): Promise<string[]> {
  // Electron has no second page to run the check in.
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`every job passes the WCAG AA checks, ${theme}`, async ({ launch }) => {
    const { page } = await launch();
    const designer = new Designer(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    if (theme === 'dark') await page.getByRole('button', { name: /dark theme/i }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await findViolations(page)).toEqual([]);

    await designer.openTemplate('Clickstream to lake and warehouse');
    await designer.node('Clicks, Amazon Kinesis Data Streams').click();
    expect(await findViolations(page)).toEqual([]);

    await designer.show('Simulate');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByRole('slider', { name: 'Time of the run' })).toBeVisible({ timeout: 60_000 });
    expect(await findViolations(page)).toEqual([]);

    await designer.show('Export');
    await expect(page.getByText('cdk.json').first()).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
  });
}
