import { expect, type Locator, type Page } from '@playwright/test';

/** The window as a person sees it: palette, canvas, panels, by role and name. */
export class Designer {
  readonly page: Page;
  readonly canvas: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByRole('application', { name: 'Canvas' });
  }

  /** A node card; `title` is its accessible name, `Archive, Amazon Data Firehose`. */
  node(title: string): Locator {
    return this.page.getByRole('group', { name: title, exact: true });
  }

  async openTemplate(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click();
    await expect(
      this.page.getByRole('banner').getByRole('textbox', { name: 'Name of the design' }),
    ).toHaveValue(name);
  }

  async drop(service: string, position: { x: number; y: number }): Promise<void> {
    await this.page
      .getByRole('button', { name: service, exact: true })
      .dragTo(this.canvas, { targetPosition: position });
  }

  /** Drags from a node's output to another node, as with a mouse. */
  async connect(source: Locator, target: Locator): Promise<void> {
    const from = await source.locator('.react-flow__handle[data-handleid="out"]').boundingBox();
    const to = await target.boundingBox();
    if (!from || !to) throw new Error('Both ends of the connection must be visible.');
    await this.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
    await this.page.mouse.up();
  }

  edge(source: string, target: string): Locator {
    return this.page.getByRole('img', { name: `Edge from ${source} to ${target}` });
  }

  async show(job: 'Design' | 'Simulate' | 'Export'): Promise<void> {
    await this.page.getByRole('radio', { name: job }).click();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo/ }).click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Redo/ }).click();
  }

  /** Where each node is on the canvas, by its accessible name. */
  async getPositions(): Promise<Record<string, string>> {
    const entries = await this.page
      .locator('.react-flow__node')
      .evaluateAll((nodes) =>
        nodes.map((node) => [node.getAttribute('aria-label') ?? '', (node as HTMLElement).style.transform]),
      );
    return Object.fromEntries(entries) as Record<string, string>;
  }
}
