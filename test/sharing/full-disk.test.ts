import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../main/sharing/admin.ts';
import { migrateServer } from '../../main/sharing/migrations.ts';
import { type Client, invitationText } from '../../main/sharing/server.ts';
import { Desk, eventually } from './desk.ts';
import { identity, noServer, Server } from './postgres.ts';

const MEGABYTES = 32;

/** A file system of its own, as large as an empty database and some megabytes; undefined where it cannot be mounted. */
function smallDisk(): string | undefined {
  const disk = mkdtempSync(join(tmpdir(), 'depesche-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'depesche-full', disk], { stdio: 'ignore' });
    return disk;
  } catch {
    rmSync(disk, { recursive: true });
    return undefined;
  }
}

const disk = noServer === undefined ? smallDisk() : undefined;
if (disk === undefined) console.log(`sharing: no full disk, ${noServer ?? 'as only root may mount a small one'}`);

describe.skipIf(disk === undefined)('a server whose disk is full', () => {
  let server: Server;
  let db: Client;
  beforeAll(async () => {
    server = await Server.start();
    const space = join(disk ?? '', 'space');
    mkdirSync(space);
    const { uid, gid } = identity();
    if (uid !== undefined && gid !== undefined) chownSync(space, uid, gid);
    const admin = await server.admin('postgres');
    await admin.query(`CREATE TABLESPACE small LOCATION '${space}'`);
    await admin.query('CREATE DATABASE small TABLESPACE small');
    await admin.end();
    db = await server.admin('small');
    await migrateServer(db);
  });
  afterAll(async () => {
    await db?.end();
    await server?.close();
    execFileSync('umount', ['--lazy', disk ?? '']);
    rmSync(disk ?? '', { recursive: true });
  });

  test('is a sign and no more: desks go on, and exchange by themselves when there is room', async () => {
    const address = { host: 'localhost', port: server.port, database: 'small', ca: server.ca };
    const joined = async () => {
      const desk = await Desk.open(['d0', 'd1']);
      expect(
        await desk.join(invitationText({ ...address, ...(await invite(db, { desk: 'a', access: 'desk' })) })),
      ).toBeUndefined();
      return desk;
    };
    const [one, two] = [await joined(), await joined()];
    await one.mark('d0', { bookmark: true });
    await eventually(async () => expect(await two.field('d0', 'bookmark')).toBe(true));
    const filler = join(disk ?? '', 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(MEGABYTES * 1_000_000 * 2))).toThrow('ENOSPC');
    // Longer than the pages that are there have room for.
    const note = 'Sehr lange Notiz. '.repeat(5_000);
    const notes = Array.from({ length: 30 }, (_, n) => [
      `note:0191d000-0000-7000-8000-0000000000${n + 10}`,
      `${n} ${note}`,
    ]);
    await one.mark('d1', Object.fromEntries(notes));
    await eventually(async () => expect(await one.info()).toMatchObject({ state: 'waiting', trouble: 'full' }));
    await one.mark('d0', { taken: 'sport' });
    expect(await one.field('d0', 'taken')).toBe('sport');
    rmSync(filler);
    await eventually(async () => {
      expect(await one.info()).toMatchObject({ state: 'shared' });
      expect((await two.statuses()).d1).toEqual((await one.statuses()).d1);
      expect(await two.field('d0', 'taken')).toBe('sport');
    });
  });
});
