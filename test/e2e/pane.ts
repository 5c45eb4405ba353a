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
