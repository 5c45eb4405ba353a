import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite, tidy } from '../../main/sharing/admin.ts';
import { toServer } from '../../main/sharing/dispatches.ts';
import { migrateServer, SCHEMA_VERSION } from '../../main/sharing/migrations.ts';
import { newPassword } from '../../main/sharing/password.ts';
import { Remote, type Row } from '../../main/sharing/remote.ts';
import { type Client, invitationText } from '../../main/sharing/server.ts';
import { dispatch } from '../unit/library/sample.ts';
import { Desk, eventually } from './desk.ts';
import { noServer, Server } from './postgres.ts';

const IDS = ['d0', 'd1', 'd2', 'd3'];

describe.skipIf(noServer !== undefined)('over time', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server?.close());

  const address = (database: string) => ({ host: 'localhost', port: server.port, database, ca: server.ca });
  const joined = async (database: string, db: Client) => {
    const desk = await Desk.open(IDS);
    const invited = await invite(db, { desk: 'a', access: 'desk' });
    expect(await desk.join(invitationText({ ...address(database), ...invited }))).toBeUndefined();
    return desk;
  };

  test('a desk works with a server that a newer program has set up, unless that says it cannot', async () => {
    const db = await server.database('newer_schema');
    await db.query("INSERT INTO depesche.schema_version (version, program) VALUES (99, '9')");
    const [one, two] = [await joined('newer_schema', db), await joined('newer_schema', db)];
    await one.mark('d0', { bookmark: true });
    await eventually(async () => expect(await two.field('d0', 'bookmark')).toBe(true));
    expect(await two.info()).toMatchObject({ state: 'shared' });
    await db.end();
  });

  test('a desk works with a server that an older program has set up, and with the next one', async () => {
    const old = SCHEMA_VERSION - 1;
    const db = await server.database('older_schema', old);
    const [one, two] = [await joined('older_schema', db), await joined('older_schema', db)];
    await one.mark('d0', { bookmark: true });
    await eventually(async () => {
      expect(await two.field('d0', 'bookmark')).toBe(true);
      expect(await two.info()).toMatchObject({ state: 'shared' });
    });
    expect(await migrateServer(db)).toEqual({ from: old, to: SCHEMA_VERSION });
    await one.mark('d1', { 'tag:Rat': true });
    await eventually(async () => expect(await two.field('d1', 'tag:Rat')).toBe(true));
    await db.end();
  });

  test('a desk says what a server lacks, and exchanges what it has', async () => {
    const db = await server.database('lacking');
    await db.query('ALTER FUNCTION depesche.pull_dispatches(bigint, int, int) RENAME TO gone');
    const [one, two] = [await joined('lacking', db), await joined('lacking', db)];
    await one.mark('d0', { bookmark: true });
    await eventually(async () => {
      expect(await two.field('d0', 'bookmark')).toBe(true);
      expect(await two.info()).toMatchObject({ state: 'waiting', trouble: 'older' });
    });
    await db.query('ALTER FUNCTION depesche.gone(bigint, int, int) RENAME TO pull_dispatches');
    await eventually(async () => expect(await two.info()).toMatchObject({ state: 'shared' }));
    await db.end();
  });

  test('a desk that was away for longer than removals are remembered reads everything again and loses nothing', async () => {
    const db = await server.database('half_a_year');
    const [here, away] = [await joined('half_a_year', db), await joined('half_a_year', db)];
    await here.mark('d0', { bookmark: true, 'tag:Rat': true });
    await eventually(async () => expect(await away.field('d0', 'tag:Rat')).toBe(true));
    await away.close();
    await here.mark('d0', { 'tag:Rat': null });
    await here.mark('d1', { bookmark: true });
    await eventually(async () => {
      const { rows } = await db.query("SELECT value FROM depesche.status WHERE field = 'tag:Rat'");
      expect(rows).toEqual([{ value: 'null' }]);
    });
    const long = "to_char(now() - interval '200 days', 'YYYY-MM-DD\"T\"HH24:MI:SS.000Z')";
    await db.query(`UPDATE depesche.status SET stamp = ${long} || right(stamp, 11) WHERE field = 'tag:Rat'`);
    expect(await tidy(db)).toBe(1);
    // Made while it was away, and not to be lost by reading again.
    await away.start();
    await away.mark('d2', { 'tag:fern': true });
    await eventually(async () => {
      expect(await away.field('d1', 'bookmark')).toBe(true);
      expect(await here.field('d2', 'tag:fern')).toBe(true);
      expect(await away.info()).toMatchObject({ state: 'shared' });
    });
    // What was removed meanwhile stays there, and does not come back to the others.
    expect(await away.field('d0', 'tag:Rat')).toBe(true);
    expect(await here.field('d0', 'tag:Rat')).toBe(null);
    await db.end();
  });

  test('a desk that was away for a week reads each field that changed once, removals and kills among them', async () => {
    const db = await server.database('week');
    const away = await joined('week', db);
    const { user, secret } = await invite(db, { desk: 'a', access: 'ingest' });
    const others = await Remote.open(address('week'), user, secret);
    await others.join(user, newPassword());
    const scope = (await others.hello()).scopes.find(({ kind }) => kind === 'desk')?.id ?? 0;
    /** On each day all fields of 500 dispatches change, and those of every other one are removed on the last. */
    const changes = (daysAgo: number): Row[] =>
      Array.from({ length: 500 }, (_, n) =>
        ['bookmark', 'taken', 'tag:Woche', 'later'].map((field): Row => {
          const value = daysAgo === 0 && n % 2 === 0 ? null : field === 'taken' ? `Tag ${daysAgo}` : true;
          const at = new Date(Date.now() - daysAgo * 86_400_000 - 60_000).toISOString();
          return [`w${n}`, field, JSON.stringify(field === 'later' && value ? at : value), `${at}-0000-other`];
        }),
      ).flat();
    await others.push(scope, changes(8));
    await eventually(async () => expect(await away.field('w0', 'taken')).toBe('Tag 8'));
    await away.close();
    // Counts the rows that are read.
    await db.query('CREATE TABLE depesche.counted (login text, rows int)');
    await db.query('ALTER FUNCTION depesche.pull(jsonb, int) RENAME TO uncounted');
    await db.query(`CREATE FUNCTION depesche.pull(cursors jsonb, most int) RETURNS json LANGUAGE plpgsql SECURITY DEFINER AS $$
      DECLARE answer json := depesche.uncounted(cursors, most);
      BEGIN
        INSERT INTO depesche.counted SELECT session_user, json_array_length(s->'rows') FROM json_array_elements(answer->'scopes') s;
        RETURN answer;
      END $$`);
    for (let daysAgo = 7; daysAgo >= 0; daysAgo--) await others.push(scope, changes(daysAgo));
    const kill = {
      id: 'kill',
      headline: 'Zurückgezogen',
      body: [],
      publishedAt: '2025-11-10T10:30:00+01:00',
      refersTo: [{ relation: 'kills' as const, id: 'd0' }],
    };
    await others.putDispatches([toServer(dispatch(kill))?.shared].flatMap((one) => one ?? []));
    await away.start();
    await away.mark('d1', { 'tag:fern': true });
    await eventually(async () => {
      const statuses = await away.statuses();
      expect(statuses.w0).toMatchObject({
        bookmark: { value: null },
        taken: { value: null },
        'tag:Woche': { value: null },
      });
      expect(statuses.w499).toMatchObject({ bookmark: { value: true }, taken: { value: 'Tag 0' } });
      expect((await away.article('d0'))?.dispatch.status).toBe('killed');
      // 16,000 changes; and its own mark, which comes back.
      const { rows } = await db.query('SELECT sum(rows)::int AS read FROM depesche.counted WHERE login <> $1', [user]);
      expect(rows).toEqual([{ read: 2_001 }]);
    });
    others.close();
    await db.end();
  });

  test('a change costs the same however much a server stores', async () => {
    const db = await server.database('large');
    const { user, secret } = await invite(db, { desk: 'a', access: 'desk' });
    const remote = await Remote.open(address('large'), user, secret);
    await remote.join(user, newPassword());
    const scope = (await remote.hello()).scopes.find(({ kind }) => kind === 'desk')?.id ?? 0;
    const stamp = `${new Date().toISOString()}-0000-aaaaa`;
    for (let n = 0; n < 400; n++) await remote.push(scope, [[`id-${n}`, 'bookmark', 'true', stamp]]);
    remote.close();
    // PostgreSQL's own count of rows that were read by going through the whole table.
    await eventually(async () => {
      const { rows } = await db.query(
        "SELECT n_tup_ins::int AS added, seq_tup_read::int AS read FROM pg_stat_user_tables WHERE relname = 'status'",
      );
      expect(rows).toEqual([{ added: 400, read: 0 }]);
    });
    await db.end();
  });
});
