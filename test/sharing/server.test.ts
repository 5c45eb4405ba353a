import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { invite, revoke } from '../../main/sharing/admin.ts';
import { connect } from '../../main/sharing/connect.ts';
import { invitationIn, invitationText } from '../../main/sharing/invitation.ts';
import { migrateServer, SCHEMA_VERSION } from '../../main/sharing/migrations.ts';
import { newPassword } from '../../main/sharing/password.ts';
import { Remote } from '../../main/sharing/remote.ts';
import { noServer, Server } from './postgres.ts';

const program = join(import.meta.dirname, '../../main/cli.ts');

describe.skipIf(noServer !== undefined)('a server', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start();
  });
  afterAll(() => server?.close());

  const depesche = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(
        process.execPath,
        [...process.execArgv, program, 'server', ...args, '--url', server.url],
        (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
    });
  const desk = (user: string, secret: string, address = {}) =>
    connect({ host: 'localhost', port: server.port, database: 'news', ca: server.ca, ...address }, user, secret);

  test('is set up, asked and given up from the command line', async () => {
    expect(await depesche('list')).toMatchObject({ code: 1, err: expect.stringContaining('server init') });
    expect(JSON.parse((await depesche('init')).out)).toEqual({ from: 0, to: SCHEMA_VERSION });
    expect(JSON.parse((await depesche('init')).out)).toEqual({ from: SCHEMA_VERSION, to: SCHEMA_VERSION });
    const ca = join(server.folder, 'ca.crt');
    const added = await depesche('add-person', 'anna', '--desk', 'sport', '--host', 'localhost', '--ca', ca);
    const invitation = invitationIn(added.out);
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out.trim()).not.toContain('\n');
    const here = await depesche('add-desk', 'here');
    expect(here).toMatchObject({ code: 0, err: expect.stringContaining('--host') });
    expect(await depesche('list', '--ca', '/nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('/nowhere'),
    });
    expect(invitation).toMatchObject({ host: 'localhost', port: server.port, database: 'news', ca: server.ca });
    expect(JSON.parse((await depesche('list')).out.split('\n')[0] ?? '')).toMatchObject({
      label: 'anna @ sport',
      access: 'desk',
      state: 'invited',
    });
    const status = JSON.parse((await depesche('status')).out);
    expect(status.scopes.map((scope: { kind: string }) => scope.kind)).toEqual(['desk', 'desk', 'newsroom', 'person']);
    expect((await depesche('revoke', 'anna')).code).toBe(0);
    expect((await depesche('revoke', 'sport')).code).toBe(1);
    expect(await depesche('revoke', 'nobody')).toMatchObject({ code: 1, err: expect.stringContaining('nobody') });
    const { user = '', secret = '' } = invitation ?? {};
    await expect(desk(user, secret)).rejects.toMatchObject({ code: '28000' });
  });

  test('is looked after by administrators who may not change roles, as far as that goes', async () => {
    const db = await server.database('looked_after');
    await db.query('CREATE ROLE deputy LOGIN');
    await db.query('GRANT depesche_admin TO deputy');
    const { user } = await invite(db, { desk: 'sport', access: 'desk' });
    await db.query('SET SESSION AUTHORIZATION deputy');
    expect(await migrateServer(db)).toEqual({ from: SCHEMA_VERSION, to: SCHEMA_VERSION });
    expect(await revoke(db, 'sport')).toEqual([user]);
    await expect(invite(db, { desk: 'culture', access: 'desk' })).rejects.toMatchObject({ code: '42501' });
    await db.end();
  });

  test('is not touched by an older program', async () => {
    const db = await server.database('newer');
    await db.query("INSERT INTO depesche.schema_version (version, program) VALUES ($1, '9')", [SCHEMA_VERSION + 1]);
    await expect(migrateServer(db)).rejects.toMatchObject({ found: SCHEMA_VERSION + 1 });
    await db.end();
  });

  test('is set up once by several administrators at once', async () => {
    const first = await server.admin('postgres');
    await first.query('CREATE DATABASE several');
    await first.end();
    const all = await Promise.all([1, 2, 3].map(() => server.admin('several')));
    const done = await Promise.all(all.map((db) => migrateServer(db)));
    expect(done.map(({ from }) => from).sort()).toEqual([0, SCHEMA_VERSION, SCHEMA_VERSION]);
    for (const db of all) await db.end();
  });

  test('is not trusted with another authority, another name or without encryption', async () => {
    const db = await server.database('strict');
    const { user, secret } = await invite(db, { desk: 'sport', access: 'desk' });
    const other = await Server.start();
    await expect(desk(user, secret, { database: 'strict', ca: other.ca })).rejects.toThrow(/certificate/);
    await other.close();
    await expect(desk(user, secret, { database: 'strict', host: '127.0.0.2' })).rejects.toThrow();
    const open = await desk(user, secret, { database: 'strict' });
    const { rows } = await open
      .query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')
      .catch(() => ({ rows: [] }));
    expect(rows).toEqual([{ ssl: true }]);
    await open.end();
    await db.end();
  });

  test('lets a desk execute its functions and nothing else', async () => {
    const db = await server.database('closed');
    const { user, secret } = await invite(db, { desk: 'sport', access: 'reader' });
    const open = await desk(user, secret, { database: 'closed' });
    for (const table of ['status', 'scope', 'login', 'member', 'schema_version', 'told', 'telling'])
      await expect(open.query(`SELECT * FROM depesche.${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(open.query('SELECT depesche.tidy()')).rejects.toMatchObject({ code: '42501' });
    await expect(open.query("SELECT depesche.push(1, '[]')")).rejects.toMatchObject({ code: '42501' });
    await expect(open.query('SELECT depesche.tell(1, 1)')).rejects.toMatchObject({ code: '42501' });
    await expect(open.query("SELECT depesche.pull('[]', 1)")).rejects.toMatchObject({ code: 'DP002' });
    await expect(open.query('CREATE TABLE depesche.own (a int)')).rejects.toMatchObject({ code: '42501' });
    await open.query('SELECT depesche.join()');
    // A search path of its own leads no function astray.
    await open.query('CREATE TEMP TABLE login (name text, access text)');
    await open.query('SET search_path = pg_temp, pg_catalog');
    expect((await open.query("SELECT depesche.hello('1')")).rows[0]).toMatchObject({ hello: { access: 'reader' } });
    await revoke(db, user);
    await expect(open.query("SELECT depesche.pull('[]', 1)")).rejects.toMatchObject({ code: 'DP001' });
    await open.end();
    await db.end();
  });

  test('tells every desk of every change, however many there are at once', async () => {
    const db = await server.database('waking');
    const desks: { remote: Remote; scope: number; cursor: number }[] = [];
    for (let i = 0; i < 3; i++) {
      const { user, secret } = await invite(db, { desk: 'sport', access: 'desk' });
      const remote = await Remote.open(
        { host: 'localhost', port: server.port, database: 'waking', ca: server.ca },
        user,
        secret,
      );
      await remote.join(user, newPassword());
      const scope = (await remote.hello()).scopes.find(({ kind }) => kind === 'desk')?.id ?? 0;
      const one = { remote, scope, cursor: 0 };
      await remote.listen([scope], async () => {
        const { scopes } = await remote.pull([{ scope, after: 0 }], 1);
        one.cursor = Math.max(one.cursor, scopes[0]?.seq ?? 0);
      });
      desks.push(one);
    }
    const stamp = `${new Date().toISOString()}-0000-aaaaa`;
    const marks = async ({ remote, scope }: (typeof desks)[number], by: number) => {
      for (let n = 0; n < 20; n++) await remote.push(scope, [[`id-${by}-${n}`, 'bookmark', 'true', stamp]]);
    };
    await Promise.all(desks.map(marks));
    // Nobody polls here: without the last notification a desk would stay behind.
    await vi.waitFor(() => expect(desks.map(({ cursor }) => cursor)).toEqual([60, 60, 60]), 20_000);
    for (const { remote } of desks) remote.close();
    await db.end();
  });

  test('lets nobody in with an invitation that has expired', async () => {
    const db = await server.database('late');
    const { user, secret } = await invite(db, { desk: 'sport', access: 'desk' });
    await db.query("UPDATE depesche.login SET expires_at = now() - interval '1 second'");
    const open = await desk(user, secret, { database: 'late' });
    await expect(open.query('SELECT depesche.join()')).rejects.toMatchObject({ code: 'DP004' });
    await open.end();
    await db.end();
  });
});

test('an invitation survives being wrapped by a mail program', () => {
  const invitation = { host: 'db.example', port: 5432, database: 'news', user: 'depesche_1', secret: 'Mole und Möwe' };
  const text = invitationText(invitation);
  expect(invitationIn(`  ${text.slice(0, 40)}\r\n${text.slice(40)}\n`)).toEqual(invitation);
  expect(invitationIn('nonsense')).toBeUndefined();
  expect(invitationIn('depesche-bm9uc2Vuc2U')).toBeUndefined();
});
