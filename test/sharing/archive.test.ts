import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { listWindow } from '../../main/library/queries/list-window.ts';
import { invite } from '../../main/sharing/admin.ts';
import { archived, searchArchive } from '../../main/sharing/archive.ts';
import { toServer } from '../../main/sharing/dispatches.ts';
import { newPassword } from '../../main/sharing/password.ts';
import { Remote } from '../../main/sharing/remote.ts';
import type { Client } from '../../main/sharing/server.ts';
import { add, dispatch, openWriter } from '../unit/library/sample.ts';
import { temporaryFolder } from '../unit/temporary.ts';
import { noServer, Server } from './postgres.ts';

const WIRES = [
  dispatch({
    id: 'a',
    headline: 'Stürmer trifft für Böen-Elf',
    body: ['Der Müller-Bau ist neu. Mauer und Quelle.'],
    source: 'dpa',
    urgency: 2,
  }),
  dispatch({
    id: 'b',
    headline: 'Muller wins in Cologne',
    body: ['The quick brown fox.', 'Mueller said no.'],
    source: 'AFP Sport',
    categories: ['Sport'],
  }),
  dispatch({
    id: 'c',
    headline: 'Weißer Kran',
    body: ['Straße am Hafen: der Kran wird gehoben.'],
    categories: ['Vermischtes'],
    publishedAt: '2024-03-05T10:00:00Z',
  }),
  dispatch({
    id: 'd',
    headline: "O'Neill über «Übermut»",
    body: ["Er sagte: 'Nein' \\ & | ! <-> :*"],
    publishedAt: '2023-01-01T00:30:00Z',
  }),
  dispatch({
    id: 'e',
    headline: 'Kran',
    body: ['Gehoben wird der Hafenkran.'],
    keywords: ['Möwe'],
    byline: 'Jette Harmsen',
    urgency: 1,
  }),
];

const SEARCHES = [
  'müller',
  'muller',
  'mueller',
  'kran',
  'kran*',
  'hafen',
  'hafen*',
  '"kran wird gehoben"',
  '"wird kran"',
  'kran -gehoben',
  'kran hafen',
  'muller OR kran',
  'titel:kran',
  'text:kran',
  'titel:"weißer kran"',
  'quelle:dpa',
  'quelle:sport',
  'quelle:afp',
  'ressort:sport',
  'ressort:verm*',
  'prio:<3',
  'prio:1..2 kran',
  'datum:2024',
  'datum:2023..2024',
  'datum:2024-03 kran',
  "o'neill",
  'übermut',
  'ubermut',
  '"er sagte nein"',
  'strasse',
  'möwe',
  'harmsen',
  'NOT kran',
  'müller-bau',
  'kran AND NOT (hafen* OR weisser)',
  'titel:kran text:hafenkran',
];

describe.skipIf(noServer !== undefined)('the archive', () => {
  let server: Server;
  let db: Client;
  let remote: Remote;
  let limited: Remote;
  const join = async (sources?: string[]) => {
    const { user, secret } = await invite(db, { desk: 'archive', access: 'ingest', ...(sources ? { sources } : {}) });
    const open = await Remote.open(
      { host: 'localhost', port: server.port, database: 'archive', ca: server.ca },
      user,
      secret,
    );
    await open.join(user, newPassword());
    return open;
  };
  beforeAll(async () => {
    server = await Server.start();
    db = await server.database('archive');
    remote = await join();
    limited = await join(['dpa']);
    await remote.putDispatches(WIRES.flatMap((wire) => toServer(wire)?.shared ?? []));
  });
  afterAll(async () => {
    remote?.close();
    limited?.close();
    await db?.end();
    await server?.close();
  });

  test('finds what the library finds, by the same rules', async () => {
    const writer = openWriter(temporaryFolder());
    onTestFinished(() => writer.close());
    add(writer, ...WIRES);
    for (const search of SEARCHES) {
      const here = listWindow(
        writer.store,
        { query: { list: 'all', search, order: 'newest' }, offset: 0, limit: 50 },
        0,
        new Date(),
      ).rows.map(({ headline }) => headline);
      const { found } = await searchArchive(remote, search, 0);
      expect([search, found?.hits.map(({ headline }) => headline).sort(), found?.total]).toEqual([
        search,
        here.sort(),
        here.length,
      ]);
    }
  });

  test.each(['ist:ungelesen', 'tag:rat', '*kran', '(kran', ''])('cannot answer %j', async (search) => {
    expect(await searchArchive(remote, search, 0)).toEqual({});
  });

  test('shows a login its sources only', async () => {
    const all = (await searchArchive(remote, 'muller OR kran', 0)).found;
    const own = (await searchArchive(limited, 'muller OR kran', 0)).found;
    expect(all?.total).toBe(4);
    expect(own?.hits.map(({ source }) => source)).toEqual(['dpa']);
    const foreign = all?.hits.find(({ source }) => source === 'AFP Sport');
    if (!foreign) throw new Error('not found');
    expect((await archived(remote, foreign.key, '')).archived?.dispatch.id).toBe('b');
    expect(await archived(limited, foreign.key, '')).toEqual({});
  });

  test('says that a dispatch was killed, also when the kill came first', async () => {
    const kill = dispatch({
      id: 'kill',
      headline: 'Zurückgezogen',
      body: [],
      publishedAt: '2025-11-11T09:00:00Z',
      refersTo: [
        { relation: 'kills', id: 'e' },
        { relation: 'holds', id: 'late' },
      ],
    });
    const late = dispatch({ id: 'late', headline: 'Spät gekommen', body: ['Zu spät.'] });
    for (const wire of [kill, late]) await remote.putDispatches([toServer(wire)?.shared].flatMap((one) => one ?? []));
    expect((await searchArchive(remote, 'hafenkran', 0)).found?.hits).toMatchObject([{ verdict: 'kills' }]);
    expect((await searchArchive(remote, 'spät', 0)).found?.hits).toMatchObject([{ verdict: 'holds' }]);
  });

  test('gives its hits page by page, newest first, whatever month they are of', async () => {
    const days = ['2025-01-30', '2025-01-31', '2025-02-01', '2025-04-02', '2025-04-03', '2025-04-04'];
    const wires = days.map((day) =>
      dispatch({ id: day, headline: `Werft ${day}`, body: ['Werft am Fluss.'], publishedAt: `${day}T09:00:00Z` }),
    );
    await remote.putDispatches(wires.flatMap((wire) => toServer(wire)?.shared ?? []));
    for (const query of ["'werft'", "'am' <-> 'fluss'"]) {
      const pages = [];
      for (let skip = 0; skip < days.length; skip += 2) {
        const { hits } = await remote.search(query, null, null, skip, 2);
        pages.push(...hits.map(({ id }) => id));
      }
      expect(pages).toEqual(days.toReversed());
      // Of a page that is not full the count is exact, however busy the server is.
      expect(await remote.search(query, null, null, 5, 2)).toMatchObject({
        total: 6,
        more: false,
        hits: [{ id: days[0] }],
      });
    }
    const { total, hits } = await remote.search("'werft'", '2025-01-31T00:00:00Z', '2025-04-03T00:00:00Z', 1, 3);
    expect([total, hits.map(({ id }) => id)]).toEqual([3, ['2025-02-01', '2025-01-31']]);
  });
});
