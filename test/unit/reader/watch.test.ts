import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Watch } from '../../../main/reader/watch/watch.ts';
import { temporaryFolder } from '../temporary.ts';
import { eventually, open } from './reader.ts';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

interface Sent {
  readonly id: string;
  readonly headline: string;
  readonly version?: number;
  readonly urgency?: number;
  readonly status?: 'usable' | 'canceled';
  readonly at?: string;
  readonly text?: string;
}

const ninjs = ({
  id,
  headline,
  version = 1,
  urgency = 5,
  status = 'usable',
  at = minutesAgo(5),
  text = 'Text.',
}: Sent) =>
  JSON.stringify({
    uri: `urn:newsml:nord.example:${id}`,
    type: 'text',
    version: String(version),
    versioncreated: at,
    pubstatus: status,
    urgency,
    source: 'NORD',
    headline,
    body_text: text,
  });
const idOf = (id: string) => `urn:newsml:nord.example:${id}`;

async function opened() {
  const folder = temporaryFolder();
  const [wires, data] = [join(folder, 'wires'), join(folder, 'data')];
  mkdirSync(wires);
  const reader = await open({ wires, data });
  const send = (sent: Sent) =>
    writeFileSync(join(wires, `${sent.id}-${sent.version ?? 1}-${sent.status ?? 'usable'}.json`), ninjs(sent));
  const alarms = async () => (await reader.ask('alarms.get', {})).alarms;
  const rows = async (query: { list: 'all' | 'hidden' | 'tag' | 'bookmarks'; value?: string; search?: string }) =>
    (await reader.ask('list.window', { query, offset: 0, limit: 50 })).rows;
  return { ...reader, wires, data, send, alarms, rows };
}

const causes = (alarms: readonly { cause: string; subject: { headline: string } }[]) =>
  alarms.map(({ cause, subject }) => `${cause} ${subject.headline}`);

test('what is urgent, what was used and is corrected, and kills raise an alarm, and outlive a restart', async () => {
  const { wires, data, send, alarms, rows, ask, close } = await opened();
  send({ id: 'a', headline: 'Hafen brennt', urgency: 1 });
  send({ id: 'b', headline: 'Messe eröffnet' });
  send({ id: 'c', headline: 'Rat tagt' });
  send({ id: 'alt', headline: 'Brand von gestern', urgency: 1, at: minutesAgo(30 * 60) });
  await eventually(async () => expect(await rows({ list: 'all' })).toHaveLength(4));
  await eventually(async () => expect(causes(await alarms())).toEqual(['flash Hafen brennt']));

  const copied = { time: minutesAgo(1), version: 1 };
  await ask('status.mark', { ids: [idOf('b')], change: { copied } });
  send({ id: 'b', headline: 'Messe eröffnet nicht', version: 2, at: minutesAgo(4) });
  send({ id: 'c', headline: 'Rat tagt doch', version: 2, at: minutesAgo(4) });
  await eventually(async () =>
    expect(causes(await alarms())).toEqual(['version Messe eröffnet nicht', 'flash Hafen brennt']),
  );
  expect((await alarms())[0]).toMatchObject({ touched: { how: 'copied', at: copied.time, version: 1 }, seen: false });

  send({ id: 'b', headline: 'Messe eröffnet nicht', version: 3, status: 'canceled', at: minutesAgo(3) });
  // The dispatch has one alarm, for the gravest.
  await eventually(async () =>
    expect(causes(await alarms())).toEqual(['kill Messe eröffnet nicht', 'flash Hafen brennt']),
  );
  const [kill] = await alarms();
  await ask('alarms.see', { ids: [kill?.id ?? ''] });
  await close();
  const again = await open({ wires, data });
  const kept = (await again.ask('alarms.get', {})).alarms;
  expect(kept.map(({ seen }) => seen)).toEqual([true, false]);
});

test('a kill that only quotes the headline of what was used raises an alarm about that', async () => {
  const { send, alarms, rows, ask } = await opened();
  send({ id: 'a', headline: 'Werft meldet Insolvenz an', at: minutesAgo(90) });
  await eventually(async () => expect(await rows({ list: 'all' })).toHaveLength(1));
  await ask('status.mark', { ids: [idOf('a')], change: { bookmark: true } });
  const text = 'Die Meldung „Werft meldet Insolvenz an“ wird zurückgezogen und darf nicht verwendet werden.';
  send({ id: 'b', headline: 'Achtung Redaktionen: Meldung zurückgezogen', text, at: minutesAgo(3) });
  await eventually(async () => expect(causes(await alarms())).toEqual(['kill Werft meldet Insolvenz an']));
  expect((await alarms())[0]?.touched).toEqual({ how: 'bookmarked', at: expect.any(String) });
});

test('rules act in their order on what arrives, leave their mark, and what was undone stays undone', async () => {
  const { send, alarms, rows, ask, data } = await opened();
  const put = (name: string, search: string, more: object) =>
    ask('rules.put', { name, search, on: true, actions: {}, ...more });
  const ports = await put('Häfen', 'hafen', { actions: { alarm: true, tag: 'Küste', bookmark: true } });
  await put('Sport weg', 'handball', { actions: { hide: true }, stops: true });
  await put('Alles Norddeutsche', 'prio:1..9', { actions: { tag: 'Nord' } });
  await put('Abgelaufen', 'hafen', { actions: { hide: true }, until: minutesAgo(1) });
  await put('Ausgeschaltet', 'hafen', { actions: { hide: true }, on: false });
  expect(JSON.parse(readFileSync(join(data, 'rules.json'), 'utf8')).rules).toHaveLength(5);

  send({ id: 'a', headline: 'Ein Hafen wächst' });
  send({ id: 'b', headline: 'Handball: Nord siegt', urgency: 2 });
  await eventually(async () => expect(await rows({ list: 'hidden' })).toHaveLength(1));
  await eventually(async () => expect(await rows({ list: 'tag', value: 'Nord' })).toHaveLength(1));
  expect((await rows({ list: 'all' })).map(({ headline }) => headline)).toEqual(['Ein Hafen wächst']);
  expect(await rows({ list: 'tag', value: 'Küste' })).toHaveLength(1);
  await eventually(async () =>
    expect(await alarms()).toMatchObject([{ cause: 'rule', rule: 'Häfen', subject: { headline: 'Ein Hafen wächst' } }]),
  );
  const { article } = await ask('article.get', { id: idOf('a') });
  expect(article?.status.rules).toMatchObject([
    { id: ports.id, name: 'Häfen', did: ['bookmark', { tag: 'Küste' }] },
    { name: 'Alles Norddeutsche', did: [{ tag: 'Nord' }] },
  ]);

  await ask('status.mark', {
    ids: [idOf('a')],
    change: { bookmark: null, 'tag:Küste': null, [`rule:${ports.id}`]: null },
  });
  send({ id: 'a', headline: 'Ein Hafen wächst weiter', version: 2, at: minutesAgo(2) });
  await eventually(async () => expect((await rows({ list: 'all' }))[0]?.version).toBe(2));
  await eventually(async () => expect(await rows({ list: 'tag', value: 'Nord' })).toHaveLength(1));
  expect(await rows({ list: 'tag', value: 'Küste' })).toHaveLength(0);
});

test('a rule is tried on the library first, applied to it if wished, and that is undone', async () => {
  const { send, rows, ask } = await opened();
  send({ id: 'a', headline: 'Ein Hafen wächst' });
  send({ id: 'b', headline: 'Rat tagt', at: minutesAgo(9 * 24 * 60), text: 'Es ging um den Hafen.' });
  send({ id: 'c', headline: 'Messe eröffnet' });
  await eventually(async () => expect(await rows({ list: 'all' })).toHaveLength(3));
  // Searches find it a moment after it stands in the list.
  await eventually(async () => expect(await rows({ list: 'all', search: 'hafen' })).toHaveLength(2));
  const preview = await ask('rules.preview', { search: 'hafen' });
  expect(preview).toMatchObject({ week: { matched: 1, of: 2 }, library: 2 });
  expect(preview.rows.map(({ headline }) => headline)).toEqual(['Ein Hafen wächst', 'Rat tagt']);
  expect((await ask('rules.preview', { search: 'hafen (' })).searchError).toBeDefined();

  const rule = await ask('rules.put', { name: 'Häfen', search: 'hafen', on: true, actions: { hide: true } });
  const { changed, undo } = await ask('rules.apply', { id: rule.id });
  expect(changed).toBe(2);
  await eventually(async () => expect(await rows({ list: 'hidden' })).toHaveLength(2));
  await ask('status.undo', { undo: undo ?? '' });
  await eventually(async () => expect(await rows({ list: 'all' })).toHaveLength(3));
});

test('closing waits for what is being tested, and leaves what comes after it to the next start', async () => {
  const testing = Promise.withResolvers<void>();
  const tested: (readonly number[])[] = [];
  const failures: unknown[] = [];
  const watch = new Watch({
    library: {
      mark: async () => ({ changed: 0, undo: 'u' }),
      watching: {
        matches: () => [],
        known: () => undefined,
        concern: () => undefined,
        tested: (places) => {
          tested.push(places);
          return testing.promise;
        },
      },
    },
    alarms: { raise: () => undefined },
    rules: () => [],
    handOvers: { take: async () => undefined },
    failed: (error) => failures.push(error),
  });
  void watch.arrived({ places: [1], notable: [] });
  await eventually(() => expect(tested).toEqual([[1]]));
  void watch.arrived({ places: [2], notable: [] });
  let closed = false;
  const closing = watch.close().then(() => {
    closed = true;
  });
  await Promise.resolve();
  expect(closed).toBe(false);
  testing.resolve();
  await closing;
  await watch.arrived({ places: [3], notable: [] });
  expect(tested).toEqual([[1]]);
  expect(failures).toEqual([]);
});
