import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../main/sharing/admin.ts';
import { type Client, invitationText } from '../../main/sharing/server.ts';
import { Desk, eventually } from './desk.ts';
import { Bouncer, noBouncer } from './pgbouncer.ts';
import { noServer, Server } from './postgres.ts';

if (noServer === undefined && noBouncer !== undefined) console.log(`sharing: PgBouncer skipped, ${noBouncer}`);

describe.skipIf(noBouncer !== undefined)('through PgBouncer in transaction mode', () => {
  let server: Server;
  let db: Client;
  let bouncer: Bouncer | undefined;
  beforeAll(async () => {
    server = await Server.start();
    db = await server.database('pooled');
    bouncer = await Bouncer.start(server);
  });
  afterAll(async () => {
    bouncer?.close();
    await db?.end();
    await server?.close();
  });

  test('desks join, share, and come back with their new passwords', async () => {
    const joined = async () => {
      const desk = await Desk.open(['d0', 'd1']);
      const address = { host: 'localhost', port: bouncer?.port ?? 0, database: 'pooled', ca: server.ca, pooled: true };
      expect(
        await desk.join(invitationText({ ...address, ...(await invite(db, { desk: 'a', access: 'desk' })) })),
      ).toBeUndefined();
      return desk;
    };
    const [one, two] = [await joined(), await joined()];
    await one.mark('d0', { bookmark: true });
    await eventually(async () => expect(await two.field('d0', 'bookmark')).toBe(true));
    await two.kill();
    await two.start();
    await two.mark('d1', { 'tag:Rat': true });
    await eventually(async () => expect(await one.field('d1', 'tag:Rat')).toBe(true));
  });
});
