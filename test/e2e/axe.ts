import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on a page: the rule, and the elements. In the page itself: another one for the result alone would take half of the time. */
export async function violations(page: Page): Promise<unknown> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(WCAG).analyze();
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
