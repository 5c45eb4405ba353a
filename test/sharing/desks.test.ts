import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Invited, invite } from '../../main/sharing/admin.ts';
import { type Client, invitationText } from '../../main/sharing/server.ts';
import { tagChange } from '../../preload/contract/contract.ts';
import { Desk, eventually } from './desk.ts';
import { inTurn, noServer, Server } from './postgres.ts';
import { Way } from './way.ts';

const IDS = Array.from({ length: 8 }, (_, i) => `d${i}`);
const NOTE = 'note:0191d000-0000-7000-8000-000000000001';

describe.skipIf(noServer !== undefined)('desks', () => {
  let server: Server;
  let db: Client;
  let way: Way;
  beforeAll(async () => {
    server = await Server.start();
    db = await server.database('desks');
    way = await Way.to(server.port);
  });
  afterAll(async () => {
    way?.close();
    await db?.end().catch(() => undefined);
    await server?.close();
  });

  const invitation = async (invited: Partial<Invited>, port = server.port) =>
    invitationText({
      host: 'localhost',
      port,
      database: 'desks',
      ca: server.ca,
      ...(await inTurn(() => invite(db, { access: 'desk', ...invited }))),
    });
  const joined = async (invited: Partial<Invited>, port?: number, ahead?: number) => {
    const desk = await Desk.open(IDS, ahead);
    expect(await desk.join(await invitation(invited, port))).toBeUndefined();
    return desk;
  };
  const equal = async (...desks: Desk[]) =>
    eventually(async () => {
      const [first, ...others] = await Promise.all(desks.map((desk) => desk.statuses()));
      for (const other of others) expect(other).toEqual(first);
      return first ?? {};
    });

  test('share bookmarks, tags, notes and what is taken; read marks stay with the person', async () => {
    const [sport, culture, anna] = await Promise.all([
      joined({ desk: 'a' }),
      joined({ desk: 'a' }),
      joined({ desk: 'a', person: 'anna' }),
    ]);
    const home = await joined({ desk: 'a', person: 'anna' });
    await sport.mark('d0', { bookmark: true, taken: 'sport', 'tag:Rat': true });
    await culture.mark('d0', { 'tag:Verkehr': true, [NOTE]: 'Nachfragen' });
    await anna.mark('d0', { read: true });
    await eventually(async () => {
      for (const desk of [sport, culture, anna, home])
        expect((await desk.statuses()).d0).toMatchObject({
          bookmark: { value: true },
          taken: { value: 'sport' },
          'tag:Rat': { value: true },
          'tag:Verkehr': { value: true },
          [NOTE]: { value: 'Nachfragen' },
        });
      expect(await home.field('d0', 'read')).toBe(1);
    });
    expect(await sport.field('d0', 'read')).toBeUndefined();
    expect(await home.info()).toMatchObject({ state: 'shared', person: 'anna', desk: 'a' });
  });

  test('use an invitation once, and keep no secret that others can read', async () => {
    const text = await invitation({ desk: 'b' });
    const first = await Desk.open(IDS);
    expect(await first.join(text)).toBeUndefined();
    const second = await Desk.open(IDS);
    expect(await second.join(text)).toBe('refused');
    expect(await second.info()).toEqual({ state: 'off' });
    expect(await second.join('depesche-nonsense')).toBe('no-invitation');
    expect(statSync(join(first.folder, 'sharing-secret.json')).mode & 0o77).toBe(0);
    const password = JSON.parse(readFileSync(join(first.folder, 'sharing-secret.json'), 'utf8')).password;
    expect(readFileSync(join(first.folder, 'sharing.json'), 'utf8')).not.toContain(password);
    await first.leave();
    expect(await first.info()).toEqual({ state: 'off' });
  });

  test('catch up after being away, and lose nothing in a partition', async () => {
    const near = await joined({ desk: 'c' });
    const far = await joined({ desk: 'c' }, way.port);
    await near.mark('d1', { bookmark: true });
    await eventually(async () => expect(await far.field('d1', 'bookmark')).toBe(true));
    way.cut();
    await eventually(async () => expect((await far.info()).state).toBe('waiting'));
    await far.mark('d2', { 'tag:fern': true });
    await far.mark('d3', { [NOTE]: 'fern, zuerst' });
    await near.mark('d3', { [NOTE]: 'nah, danach' });
    await near.mark(IDS, { later: '2026-12-01T08:00:00.000Z' });
    expect(await far.field('d2', 'tag:fern')).toBe(true);
    way.mend();
    way.delay = 30;
    await eventually(async () => {
      expect(await near.field('d2', 'tag:fern')).toBe(true);
      expect(await far.field('d3', NOTE)).toBe('nah, danach');
    });
    way.delay = 0;
    const all = await equal(near, far);
    // The text that lost is still there, everywhere.
    expect(Object.entries(all.d3 ?? {}).find(([name]) => name.startsWith('was:'))?.[1].value).toBe('fern, zuerst');
  });

  test('agree although their clocks are hours apart', async () => {
    const hours = 3 * 3_600_000;
    const [early, late] = [
      await joined({ desk: 'd' }, undefined, -hours),
      await joined({ desk: 'd' }, undefined, hours),
    ];
    await eventually(async () => {
      expect((await early.info()).state).toBe('shared');
      expect((await late.info()).state).toBe('shared');
    });
    await late.mark('d1', { 'tag:spät': true });
    await eventually(async () => expect(await early.field('d1', 'tag:spät')).toBe(true));
    // What is done last wins, and not what has the fastest clock.
    await early.mark('d1', { 'tag:spät': null });
    await eventually(async () => expect(await late.field('d1', 'tag:spät')).toBe(null));
    await equal(early, late);
  });

  test('correct what a wrong clock has stamped before the server was asked, before the others see it', async () => {
    const hours = 3 * 3_600_000;
    const late = await Desk.open(IDS, hours);
    // Undone and done again: only the last one counts, and that is in the future.
    await late.mark('d1', { bookmark: true, 'tag:Rat': true });
    await late.mark('d2', { [NOTE]: 'von der falschen Uhr' });
    await late.mark('d3', { [NOTE]: 'vorher' });
    const other = await joined({ desk: 'f' });
    // Done later by a clock that is right.
    await other.mark('d3', { [NOTE]: 'danach' });
    await late.mark('d3', { 'tag:vorher': true });
    await eventually(async () => {
      const { rows } = await db.query(
        `SELECT value FROM depesche.status WHERE dispatch_id = 'd3' AND value = '"danach"'`,
      );
      expect(rows).toHaveLength(1);
    });
    expect(await late.join(await invitation({ desk: 'f' }))).toBeUndefined();
    await eventually(async () => {
      expect(await other.field('d1', 'bookmark')).toBe(true);
      expect(await other.field('d2', NOTE)).toBe('von der falschen Uhr');
      expect(await other.field('d3', 'tag:vorher')).toBe(true);
    });
    for (const desk of [late, other]) expect(await desk.field('d3', NOTE)).toBe('danach');
    // What is done later wins on both, at once.
    await other.mark('d1', { bookmark: null });
    await eventually(async () => expect(await late.field('d1', 'bookmark')).toBe(null));
    await late.mark('d1', { 'tag:Rat': null });
    await eventually(async () => expect(await other.field('d1', 'tag:Rat')).toBe(null));
    const there = await equal(late, other);
    // Also on the disk: an index that is filled anew has the same.
    await late.close();
    rmSync(join(late.folder, 'index.sqlite'));
    await late.start();
    await eventually(async () => expect(await late.statuses()).toEqual(there));
  });

  test('count what was done offline by a clock that went slow as done then', async () => {
    const slow = await joined({ desk: 'g' }, way.port);
    const other = await joined({ desk: 'g' });
    await slow.mark('d1', { [NOTE]: 'zuerst' });
    await eventually(async () => expect(await other.field('d1', NOTE)).toBe('zuerst'));
    await slow.close();
    way.cut();
    await slow.start(-2 * 3_600_000);
    await other.mark('d1', { [NOTE]: 'dazwischen' });
    await slow.mark('d1', { [NOTE]: 'zuletzt' });
    way.mend();
    await eventually(async () => expect(await other.field('d1', NOTE)).toBe('zuletzt'));
    await equal(slow, other);
  });

  test('wait, with everything kept, for an update when the server is newer', async () => {
    const own = await server.database('upgraded');
    const desk = await Desk.open(IDS);
    const address = { host: 'localhost', port: server.port, database: 'upgraded', ca: server.ca };
    await desk.join(invitationText({ ...address, ...(await invite(own, { desk: 'a', access: 'desk' })) }));
    await eventually(async () => expect((await desk.info()).state).toBe('shared'));
    await own.query("INSERT INTO depesche.schema_version (version, program, needs) VALUES (99, '9', 99)");
    await desk.kill();
    await desk.start();
    await eventually(async () => expect(await desk.info()).toMatchObject({ state: 'waiting', trouble: 'newer' }));
    // It asks again and again: no connection may be left behind.
    await eventually(async () => {
      const { rows } = await own.query(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = 'upgraded' AND usename <> 'admin'",
      );
      expect(rows).toEqual([{ count: '0' }]);
    });
    await desk.mark('d0', { bookmark: true });
    await own.query('DELETE FROM depesche.schema_version WHERE version = 99');
    await eventually(async () => {
      const { rows } = await own.query("SELECT value FROM depesche.status WHERE dispatch_id = 'd0'");
      expect(rows).toEqual([{ value: 'true' }]);
    });
    await own.end();
  });

  test('survive kill -9 of a desk and of the server', async () => {
    const one = await joined({ desk: 'e' });
    const two = await joined({ desk: 'e' });
    onTestFinished(async () => {
      db = await server.admin('desks');
    });
    for (const [turn, id] of IDS.entries()) {
      await one.mark(id, { bookmark: true, ...tagChange(`r${turn}`, true) });
      await two.mark(id, { [NOTE]: `Runde ${turn}` });
      if (turn % 4 === 1) {
        await one.kill();
        await one.start();
      }
      if (turn % 6 === 2) {
        await server.kill();
        await two.mark(id, { taken: 'zwei' });
        await server.up();
      }
    }
    await equal(one, two);
    const all = await one.statuses();
    for (const [turn, id] of IDS.entries())
      expect(all[id]).toMatchObject({
        bookmark: { value: true },
        [`tag:r${turn}`]: { value: true },
        [NOTE]: { value: `Runde ${turn}` },
      });
    await one.close();
  });
});
