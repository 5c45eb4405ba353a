import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { article, entry, headline, list, openArticle, row } from './pane.ts';
import { drop, item } from './wires.ts';

const now = () => new Date().toISOString();
const strip = (page: Page) => page.getByRole('alert', { name: 'Alarm' });
const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' });

/** The page as if the user looked at another window, with what it plays and shows noted on its body. */
async function watchSignals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const note = (name: string, value: string) => document.body.setAttribute(name, value);
    document.hasFocus = () => false;
    const { createOscillator } = AudioContext.prototype;
    AudioContext.prototype.createOscillator = function () {
      note('data-notes', String(Number(document.body.getAttribute('data-notes')) + 1));
      return createOscillator.call(this);
    };
    class Shown extends EventTarget {
      static permission = 'default';
      static async requestPermission() {
        Shown.permission = 'granted';
        return 'granted';
      }
      onclick: (() => void) | undefined;
      constructor(title: string, { body }: { body: string }) {
        super();
        note('data-shown', `${title}: ${body}`);
        document.body.addEventListener('open-notification', () => this.onclick?.());
      }
      close() {}
    }
    Object.defineProperty(globalThis, 'Notification', { value: Shown });
  });
  await page.reload();
}

test('of several alarms G opens the newest and Shift+G puts it away; three are shown', async ({ reader }) => {
  const { page, wires } = reader;
  for (const [n, headline] of ['Hafen brennt', 'Brücke gesperrt', 'Fähre liegt fest', 'Strom fällt aus'].entries()) {
    await drop(wires, `${n}.json`, item({ id: `${n}`, headline, at: now(), urgency: n === 0 ? 1 : 2 }));
    await expect(row(page, headline)).toBeVisible();
    await expect(strip(page)).toContainText(headline);
  }
  const shown = strip(page).getByRole('button', { name: /^(Hafen|Brücke|Fähre|Strom)/ });
  await expect(shown).toHaveText(['Strom fällt aus', 'Fähre liegt fest', 'Brücke gesperrt']);
  await expect(strip(page)).toContainText('1 more alarm');
  await expect(strip(page)).toContainText('Nord-Nachrichten');
  await expect(page).toHaveTitle(/^4 alarms/);
  await list(page).focus();
  await page.keyboard.press('g');
  await expect(headline(page)).toHaveText('Strom fällt aus');
  // No row is selected, and yet Enter leads into the text.
  await page.keyboard.press('Enter');
  await expect(article(page)).toBeFocused();
  await expect(shown).toHaveText(['Fähre liegt fest', 'Brücke gesperrt', 'Hafen brennt']);
  await page.keyboard.press('Shift+G');
  await expect(shown).toHaveText(['Brücke gesperrt', 'Hafen brennt']);
  await expect(headline(page)).toHaveText('Strom fällt aus');
  // Opened from the list, it is put away, too.
  await openArticle(page, 'Hafen brennt');
  await expect(shown).toHaveText(['Brücke gesperrt']);
  await shown.click();
  await expect(headline(page)).toHaveText('Brücke gesperrt');
  await expect(strip(page)).toBeHidden();
  await expect(page).toHaveTitle(/^Depesche/);
});

test('a new version of what was copied says which one that was; a correction stands in the banner with its changes', async ({
  reader,
  host,
}) => {
  test.skip(host === 'electron', 'the clipboard of the system');
  const { page, wires } = reader;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const text = (cost: string) => `<p>Der Kran kostet ${cost} Millionen.</p><p>Der Rat stimmte zu.</p>`;
  await drop(
    wires,
    '1.json',
    item({ id: 'kran', version: 2, headline: 'Kran wird saniert', at: now(), html: text('drei') }),
  );
  await drop(wires, '2.json', item({ id: 'rat', headline: 'Rat tagt' }));
  await openArticle(page, 'Kran wird saniert');
  await page.keyboard.press('c');
  await expect(article(page).getByText(/^Copied \d\d:\d\d, version 2$/)).toBeVisible();
  await openArticle(page, 'Rat tagt');

  const corrected = { id: 'kran', version: 3, headline: 'Korrektur: Kran wird saniert', at: now(), html: text('vier') };
  await drop(wires, '3.json', item(corrected));
  await expect(strip(page)).toContainText(/You copied version 2 at \d\d:\d\d\./);
  await expect(strip(page)).toContainText('Correction');
  await page.keyboard.press('g');
  const banner = article(page).getByRole('note');
  await expect(banner).toContainText('The agency has corrected this dispatch.');
  await expect(banner.locator('del')).toContainText('drei');
  await expect(banner.locator('ins').last()).toContainText('vier');
  await expect(banner).not.toContainText('Der Rat stimmte zu.');
});

test('sounds are off until wished, and notifications asked for; quiet hours silence both', async ({ reader, host }) => {
  test.skip(host === 'electron', 'the system notifies there');
  const { page, wires } = reader;
  await watchSignals(page);
  const body = page.locator('body');
  await drop(wires, '1.json', item({ id: '1', headline: 'Hafen brennt', at: now(), urgency: 1 }));
  await expect(strip(page)).toContainText('Hafen brennt');
  await expect(body).not.toHaveAttribute('data-notes');
  await expect(body).not.toHaveAttribute('data-shown');

  await page.keyboard.press('Control+,');
  await settings(page).getByRole('button', { name: 'Allow browser notifications' }).click();
  await expect(settings(page)).toContainText('The browser shows notifications while this window is not in front.');
  await settings(page).getByRole('group', { name: 'Sound for' }).getByRole('checkbox', { name: 'Urgent' }).check();
  await expect(body).toHaveAttribute('data-notes', '2');
  await page.keyboard.press('Escape');
  await drop(wires, '2.json', item({ id: '2', headline: 'Brücke gesperrt', at: now(), urgency: 2 }));
  await expect(body).toHaveAttribute('data-shown', 'Brücke gesperrt: Urgent · Nord-Nachrichten');
  await expect(body).toHaveAttribute('data-notes', '4');
  await drop(
    wires,
    '3.json',
    item({ id: '3', headline: 'Geheimplan', at: now(), urgency: 2, embargo: '2099-01-01T12:00:00Z' }),
  );
  await expect(strip(page)).toContainText('Geheimplan');
  await expect(body).toHaveAttribute('data-shown', /^Brücke/);
  await body.dispatchEvent('open-notification');
  await expect(headline(page)).toHaveText('Brücke gesperrt');

  await page.keyboard.press('Control+,');
  await settings(page)
    .getByRole('checkbox', { name: /^Quiet hours/ })
    .check();
  await settings(page).getByLabel('Quiet from').fill('00:00');
  await settings(page).getByLabel('Quiet until').fill('23:59');
  await page.keyboard.press('Escape');
  await drop(wires, '4.json', item({ id: '4', headline: 'Fähre liegt fest', at: now(), urgency: 2 }));
  await expect(strip(page)).toContainText('Fähre liegt fest');
  await expect(body).toHaveAttribute('data-notes', '6');
  await expect(body).toHaveAttribute('data-shown', /^Brücke/);
});

test('a source that is silent against its habit is marked in the sidebar', async ({ reader }) => {
  const { page, wires } = reader;
  const weeksAgo = (weeks: number, minutes: number) =>
    new Date(Date.now() - weeks * 7 * 24 * 3_600_000 - minutes * 60_000).toISOString();
  const sent = [0, 1, 2, 3, 4].flatMap((weeks) =>
    (weeks === 0 ? [200] : [190, 120, 60, 30]).map((minutes) => weeksAgo(weeks, minutes)),
  );
  for (const [n, at] of sent.entries())
    await drop(wires, `${n}.json`, item({ id: `${n}`, headline: `Meldung ${n}`, at }));
  await expect(page.getByText(`${sent.length} dispatches`)).toBeVisible();
  // The reader looks half a minute after its start: until then it reads what came while it was closed.
  await expect(entry(page, /^Nord-Nachrichten/).getByRole('img', { name: /^Silent since/ })).toBeVisible({
    timeout: 50_000,
  });
});
