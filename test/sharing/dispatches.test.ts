import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Invited, invite } from '../../main/sharing/admin.ts';
import { toServer } from '../../main/sharing/dispatches.ts';
import { newPassword } from '../../main/sharing/password.ts';
import { Remote } from '../../main/sharing/remote.ts';
import { type Client, invitationText } from '../../main/sharing/server.ts';
import { dispatch } from '../unit/library/sample.ts';
import { Desk, eventually } from './desk.ts';
import { inTurn, noServer, Server } from './postgres.ts';

describe.skipIf(noServer !== undefined)('dispatches', () => {
  let server: Server;
  let db: Client;
  beforeAll(async () => {
    server = await Server.start();
    db = await server.database('wires');
  });
  afterAll(async () => {
    await db?.end();
    await server?.close();
  });

  const address = () => ({ host: 'localhost', port: server.port, database: 'wires', ca: server.ca });
  const joined = async (invited: Invited) => {
    const desk = await Desk.open([]);
    expect(
      await desk.join(invitationText({ ...address(), ...(await inTurn(() => invite(db, invited))) })),
    ).toBeUndefined();
    return desk;
  };
  const remote = async (invited: Invited) => {
    const { user, secret } = await invite(db, invited);
    const open = await Remote.open(address(), user, secret);
    await open.join(user, newPassword());
    return open;
  };
  const body = ['Der Kran im Hafen wird am Montag gehoben.'];

  test('come from the machine with the satellite folder to every desk, and so do kills', async () => {
    const [ingest, sport, licensed] = await Promise.all([
      joined({ desk: 'satellite', access: 'ingest' }),
      joined({ desk: 'sport', access: 'reader' }),
      joined({ desk: 'local', access: 'desk', sources: ['nord'] }),
    ]);
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    await ingest.bring(
      { id: 'kran', headline: 'Kran wird gehoben', source: 'nord', body },
      { id: 'other', headline: 'Etwas anderes', source: 'süd', body: ['Ein anderer Text.'] },
      {
        id: 'embargo',
        headline: 'Erst später',
        source: 'nord',
        body: ['Noch nicht.'],
        status: 'embargoed',
        embargoUntil: soon,
      },
    );
    await eventually(async () => {
      expect((await sport.article('kran'))?.dispatch).toMatchObject({
        headline: 'Kran wird gehoben',
        file: { path: 'server:kran' },
      });
      expect(await licensed.article('kran')).toBeTruthy();
      expect((await sport.article('embargo'))?.embargoed).toBe(true);
      expect(await sport.article('other')).toBeTruthy();
    });
    expect(await licensed.article('other')).toBeUndefined();
    await ingest.bring({
      id: 'kran-kill',
      headline: 'ACHTUNG: Kran-Meldung zurückgezogen',
      source: 'nord',
      publishedAt: '2025-11-10T10:30:00+01:00',
      body: ['Bitte nicht verwenden.'],
      refersTo: [{ relation: 'kills', id: 'kran' }],
    });
    await eventually(async () => expect((await sport.article('kran'))?.dispatch.status).toBe('killed'));
  });

  test('are stored once, whoever offers them, and as they were', async () => {
    const [one, two] = [await remote({ desk: 'x', access: 'ingest' }), await remote({ desk: 'y', access: 'ingest' })];
    const wire = dispatch({
      id: 'doppelt',
      headline: 'Zweimal\u0000 \ud800 gesendet',
      body: ["Mit 'Zeichen' und \\ und \u0000."],
    });
    const first = toServer(wire);
    const second = toServer({
      ...wire,
      receivedAt: '2026-01-01T00:00:00.000Z',
      file: { ...wire.file, path: 'elsewhere.txt' },
    });
    expect(first?.hash).toBe(second?.hash);
    if (!first) throw new Error('not stored');
    const offered = [[first.shared.published, first.hash]] as const;
    expect(await one.offer(offered)).toEqual([first.hash]);
    await one.putDispatches([first.shared]);
    expect(await two.offer(offered)).toEqual([]);
    await two.putDispatches([first.shared]);
    const { rows } = await db.query("SELECT count(*) FROM depesche.dispatch WHERE id = 'doppelt'");
    expect(rows[0]).toEqual({ count: '1' });
    const { documents } = await two.pullDispatches(0, 7, 500);
    expect(documents.map((text) => JSON.parse(text)).find(({ id }) => id === 'doppelt').headline).toBe(wire.headline);
    one.close();
    two.close();
  });
});
