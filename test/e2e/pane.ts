import { expect, type Locator, type Page } from '@playwright/test';

/** The three panes as a person or a screen reader finds them. */
export const list = (page: Page): Locator => page.getByRole('listbox');
export const rows = (page: Page): Locator => list(page).getByRole('option');
export const row = (page: Page, headline: string): Locator => rows(page).filter({ hasText: headline });
export const article = (page: Page): Locator => page.getByRole('region', { name: 'Article' });
export const headline = (page: Page): Locator => article(page).getByRole('heading', { level: 1 });
export const entry = (page: Page, name: RegExp): Locator =>
  page.getByRole('navigation', { name: 'Lists' }).getByRole('button', { name });
export const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search dispatches' });

/** Opens a dispatch and waits until it is shown: earlier key presses would act on the previous one. */
export async function openArticle(page: Page, text: string): Promise<void> {
  await row(page, text).click();
  await expect(headline(page)).toHaveText(text);
}

/** Puts the list in another order. */
export async function orderBy(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Order/ }).click();
  await page.getByRole('menuitemcheckbox', { name }).click();
  await expect(page.getByRole('button', { name: `Order: ${name}` })).toBeFocused();
}

/** Sets the width of the window and waits for its layout: keys pressed before would find the previous one. */
export async function setWidth(page: Page, width: number, height = page.viewportSize()?.height ?? 720): Promise<void> {
  await page.setViewportSize({ width, height });
  // As in renderer/common/use-narrow.ts.
  await expect(page.locator('.panes-narrow')).toHaveCount(width < 720 ? 1 : 0);
}

/** Scrolls a part of the text into view and waits until the page has had its scroll event. */
export const scrollTo = (part: Locator, block: ScrollLogicalPosition = 'start'): Promise<void> =>
  part.evaluate((element, to) => {
    element.scrollIntoView({ block: to });
    // Scroll events are sent before the callbacks of a frame (HTML Standard, "update the rendering").
    return new Promise<void>((done) => requestAnimationFrame(() => done()));
  }, block);

/** From here on nothing of the page that waits for a frame is run: every key comes before it. */
export const holdFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
  });
