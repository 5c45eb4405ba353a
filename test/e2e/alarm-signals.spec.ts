import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { row } from './pane.ts';
import { drop, item } from './wires.ts';

/** Notes what the page plays and which notifications it shows, as if it were behind other windows. */
async function listen(page: Page): Promise<{ tones(): Promise<number>; notifications(): Promise<string[]> }> {
  await page.addInitScript(() => {
    const heard = { tones: 0, notifications: [] as string[] };
    Object.assign(window, { heard });
    document.hasFocus = () => false;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      heard.tones += 1;
      start.call(this, when);
    };
    class Noted {
      static readonly permission = 'granted';
      onclick: (() => void) | null = null;
      constructor(title: string, { body }: { body: string }) {
        heard.notifications.push(`${title} (${body})`);
      }
      close() {}
    }
    Object.assign(window, { Notification: Noted });
  });
  await page.reload();
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard') as { tones: number; notifications: string[] });
  return {
    tones: async () => (await heard()).tones,
    notifications: async () => (await heard()).notifications,
  };
}

test('an alarm is heard and notified of as the settings say, and not in quiet hours', async ({ reader, host }) => {
  test.skip(host === 'electron', 'notifications are those of the system there');
  const { page, wires } = reader;
  const { tones, notifications } = await listen(page);
  const now = new Date().toISOString();
  const flash = (id: string, headline: string) =>
    drop(wires, `${id}.json`, item({ id, headline, at: now, urgency: 1 }));
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const strip = page.getByRole('alert', { name: 'Alarm' });

  await flash('a', 'Deich gebrochen');
  await expect(strip).toContainText('Deich gebrochen');
  await expect.poll(notifications).toEqual(['Deich gebrochen (Flash · Nord-Nachrichten)']);
  expect(await tones()).toBe(0);

  await page.keyboard.press('Control+,');
  await settings.getByRole('group', { name: 'Sound for' }).getByRole('checkbox', { name: 'Flash' }).check();
  // The setting lets hear what it turns on.
  await expect.poll(tones).toBe(4);
  await page.keyboard.press('Escape');
  await flash('b', 'Zweiter Deich gebrochen');
  await expect(strip).toContainText('Zweiter Deich gebrochen');
  await expect.poll(tones).toBe(8);
  await expect.poll(notifications).toHaveLength(2);

  await page.keyboard.press('Control+,');
  await settings.getByRole('checkbox', { name: /^Quiet hours/ }).check();
  await settings.getByLabel('Quiet from').fill('00:00');
  await settings.getByLabel('Quiet until').fill('23:59');
  await page.keyboard.press('Escape');
  await flash('c', 'Dritter Deich gebrochen');
  await expect(strip).toContainText('Dritter Deich gebrochen');
  await expect(row(page, 'Dritter Deich')).toBeVisible();
  expect([await tones(), await notifications()]).toEqual([8, [expect.anything(), expect.anything()]]);
});
