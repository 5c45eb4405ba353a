import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Invited, invite, revoke } from '../../main/sharing/admin.ts';
import { migrateServer } from '../../main/sharing/migrations.ts';
import { type Client, invitationText } from '../../main/sharing/server.ts';
import { noServer, Server } from '../sharing/postgres.ts';
import { expect, test } from './fixtures.ts';
import { startHost } from './host-process.ts';
import { article, entry, openArticle, row, search } from './pane.ts';
import { drop, item } from './wires.ts';

test.skip(noServer !== undefined, noServer);
// One server for all of them.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const HAFEN = 'Hafen sperrt alte Mole';
const KRAN = 'Kran im Hafen wird gehoben';

let server: Server;
let db: Client;
test.beforeAll(async () => {
  server = await Server.start();
  db = await server.admin();
  await migrateServer(db);
});
test.afterAll(async () => {
  await db?.end().catch(() => undefined);
  await server?.close();
});

const invitation = async (invited: Partial<Invited>) =>
  invitationText({
    host: 'localhost',
    port: server.port,
    database: 'news',
    ca: server.ca,
    ...(await invite(db, { access: 'desk', ...invited })),
  });

const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' });

/** Joins by pasting, as a person does. */
async function joinDesk(page: Page, invited: Partial<Invited>): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await settings(page)
    .getByRole('textbox', { name: 'Invitation' })
    .fill(await invitation(invited));
  await settings(page).getByRole('button', { name: 'Join' }).click();
  await expect(settings(page)).toContainText('Everything is up to date.');
  await page.keyboard.press('Escape');
}

test('what one desk takes in, takes and writes stands on the other, and a kill reaches it', async ({
  reader,
  other,
}) => {
  await joinDesk(reader.page, { desk: 'Sport', access: 'ingest' });
  await joinDesk(other.page, { desk: 'Sport' });
  const at = new Date().toISOString();
  await drop(reader.wires, 'a.json', item({ id: 'hafen', headline: HAFEN, at }));
  await drop(reader.wires, 'b.json', item({ id: 'kran', headline: KRAN, at }));
  await openArticle(other.page, HAFEN);
  await openArticle(reader.page, HAFEN);
  await reader.page.keyboard.press('u');
  await expect(row(other.page, HAFEN).getByRole('img', { name: 'Taken by Sport' })).toBeVisible();
  await article(reader.page).getByRole('textbox', { name: 'Note' }).fill('Rückruf um vier');
  await reader.page.keyboard.press('Escape');
  await expect(article(other.page).getByRole('textbox', { name: 'Note' })).toHaveValue('Rückruf um vier');
  await drop(reader.wires, 'c.json', item({ id: 'kran', version: 2, headline: KRAN, at, status: 'canceled' }));
  await expect(row(other.page, KRAN)).toContainText('Killed');
});

test('a server that is gone is a quiet sign, and what was done meanwhile is exchanged when it is back', async ({
  reader,
  other,
}) => {
  for (const { page } of [reader, other]) await joinDesk(page, { desk: 'Culture' });
  const at = new Date().toISOString();
  for (const { wires, page } of [reader, other]) {
    await drop(wires, 'a.json', item({ id: 'hafen', headline: HAFEN, at }));
    await openArticle(page, HAFEN);
  }
  await db.end();
  await server.kill();
  for (const { page } of [reader, other])
    await expect(page.getByRole('button', { name: 'Not connected' })).toBeVisible();
  await reader.page.keyboard.press('s');
  await expect(row(reader.page, HAFEN).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await server.up();
  db = await server.admin();
  await reader.page.getByRole('button', { name: 'Not connected' }).click();
  await expect(settings(reader.page)).toContainText('Everything is up to date.', { timeout: 60_000 });
  await reader.page.keyboard.press('Escape');
  await expect(reader.page.getByRole('button', { name: 'Not connected' })).toBeHidden();
  await expect(entry(other.page, /^Bookmarks/)).toContainText('1', { timeout: 60_000 });
});

test('a login that was revoked says so, and joins again with a file', async ({ reader }) => {
  await joinDesk(reader.page, { desk: 'Local' });
  expect(await revoke(db, 'Local')).toHaveLength(1);
  const { page } = reader;
  const sign = page.getByRole('button', { name: 'Not connected' });
  await expect(sign).toBeVisible({ timeout: 30_000 });
  await sign.click();
  await expect(settings(page)).toContainText('This login has been revoked.');
  const file = join(reader.data, 'invitation.txt');
  await writeFile(file, `${await invitation({ desk: 'Local' })}\n`);
  const chooser = page.waitForEvent('filechooser');
  await settings(page).getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles(file);
  await settings(page).getByRole('button', { name: 'Join' }).click();
  await expect(settings(page)).toContainText('Everything is up to date.');
});

test('a host that is started with an invitation joins with it, and finds what the archive has', async ({
  reader,
  page,
  host,
}) => {
  test.skip(host === 'electron', 'the command of the browser host');
  await joinDesk(reader.page, { desk: 'Satellite', access: 'ingest' });
  await drop(
    reader.wires,
    'a.json',
    item({ id: 'alt', headline: 'Leuchtturm von damals', at: '2024-05-01T10:00:00Z' }),
  );
  await expect(row(reader.page, 'Leuchtturm')).toBeVisible();
  const file = join(reader.data, 'invitation.txt');
  await writeFile(file, await invitation({ person: 'Anna', access: 'reader' }));
  // It gets no more than the archive.
  await expect
    .poll(async () => (await db.query("SELECT 1 FROM depesche.dispatch WHERE headline LIKE 'Leucht%'")).rows.length)
    .toBe(1);
  await db.query("UPDATE depesche.dispatch SET received_at = now() - interval '30 days'");
  const program = [join(import.meta.dirname, '../../out/main/cli.js'), 'serve', '--join', file];
  const started = await startHost(join(reader.wires, 'own'), join(reader.data, 'own'), program);
  try {
    await page.goto(started.url);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(settings(page)).toContainText('as Anna');
    await page.keyboard.press('Escape');
    await search(page).fill('leuchtturm');
    await page.getByRole('button', { name: 'local: 0 · archive: 1' }).click();
    const archive = page.getByRole('dialog');
    await archive.getByRole('button', { name: 'Leuchtturm von damals' }).click();
    await archive.getByRole('button', { name: 'Keep with a bookmark' }).click();
    await expect(entry(page, /^Bookmarks/)).toContainText('1');
  } finally {
    await started.stop();
  }
});
