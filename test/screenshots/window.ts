import { expect, type Page } from '@playwright/test';
import type { Density } from '../../preload/contract/contract.ts';
import type { MessageKey, Translate } from '../../renderer/i18n/translate.ts';
import { list, rows } from '../e2e/pane.ts';

/** The window in either language and every width, used as a person would. */
export class Window {
  private readonly page: Page;
  private readonly t: Translate;

  constructor(page: Page, t: Translate) {
    this.page = page;
    this.t = t;
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
    await expect(this.page.getByRole('dialog')).toBeVisible();
    await this.settled();
  }

  async pressOn(headline: string, keys: string): Promise<void> {
    await this.read(headline);
    await this.press(keys);
  }

  /** Runs a command by its name in the command palette. */
  async run(title: MessageKey): Promise<void> {
    await this.press('Control+k');
    await this.page.keyboard.type(this.t(title));
    await this.page.keyboard.press('Enter');
    await this.settled();
  }

  async read(headline: string): Promise<void> {
    await this.showList();
    await rows(this.page).filter({ hasText: headline }).first().click();
    await expect(this.page.locator('[data-pane="article"] h1')).toContainText(headline);
    await this.page.mouse.move(0, 0);
    await this.settled();
  }

  async tag(headline: string, tag: string): Promise<void> {
    await this.read(headline);
    await this.page.keyboard.press('t');
    await this.page.keyboard.type(tag);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
  }

  /** Bookmarks the dispatch that is read. */
  async bookmark(): Promise<void> {
    await this.page.keyboard.press('s');
    await expect(
      this.page.getByRole('button', { name: this.t('command.toggleBookmark'), pressed: true }),
    ).toBeVisible();
  }

  async alarm(headline: string): Promise<void> {
    await expect(this.page.getByRole('alert').filter({ hasText: headline })).toBeVisible({ timeout: 30_000 });
  }

  async putAlarmsAway(): Promise<void> {
    const alarms = this.page.getByRole('alert');
    await expect(async () => {
      await this.page.keyboard.press('Shift+G');
      await expect(alarms).toHaveCount(0, { timeout: 500 });
    }).toPass();
  }

  /** In a narrow window, the list comes to the front. */
  async showList(): Promise<void> {
    const back = this.page.getByRole('button', { name: this.t('pane.backToList') });
    if (await back.isVisible()) await back.click();
    // The first dispatches take a moment to be read.
    await expect(list(this.page)).toBeVisible({ timeout: 30_000 });
    await this.settled();
  }

  async showSidebar(): Promise<void> {
    const show = this.page.getByRole('button', { name: this.t('pane.showSidebar') });
    if (await show.isVisible()) await show.click();
    await this.settled();
  }

  async search(text: string, hit: string): Promise<void> {
    await this.showList();
    await this.page.getByRole('searchbox').first().fill(text);
    await expect(rows(this.page).filter({ hasText: hit }).first()).toBeVisible();
    if ((this.page.viewportSize()?.width ?? 0) >= 720) await this.read(hit);
    await this.settled();
  }

  async inDensity(density: Density, headline: string): Promise<void> {
    const titles = { one: 'command.densityOne', two: 'command.densityTwo', three: 'command.densityThree' } as const;
    await this.run(titles[density]);
    await this.read(headline);
  }

  /** A saved search as a ticker, in the window it opens. */
  async ticker(): Promise<Page> {
    await this.run('command.goTo');
    await this.page.keyboard.type('Küste');
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('heading', { level: 2, name: 'Küste' })).toBeVisible();
    const opened = this.page.context().waitForEvent('page');
    await this.run('command.openTicker');
    const ticker = await opened;
    await expect(rows(ticker).first()).toBeVisible();
    return ticker;
  }

  /** Back to the list of all dispatches, in two lines, with no search and no dialog. */
  async reset(): Promise<void> {
    for (let escapes = 0; escapes < 4; escapes += 1) await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    await this.page.keyboard.press('Control+1');
    await this.showList();
    await this.run('command.densityTwo');
  }

  /** Fonts are there and everything that waits for a frame has run. */
  private async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      for (let frames = 0; frames < 2; frames += 1) await new Promise((done) => requestAnimationFrame(done));
    });
  }
}
