import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../main/sharing/admin.ts';
import { type Client, invitationText } from '../../main/sharing/server.ts';
import { Desk, eventually } from './desk.ts';
import { freePort, identity, noServer, Server } from './postgres.ts';

const folders = ['/usr/sbin', ...(process.env.PATH ?? '').split(delimiter)];
const program = folders.map((folder) => join(folder, 'pgbouncer')).find((path) => existsSync(path));
const missing = noServer ?? (program === undefined ? 'no PgBouncer on this machine' : undefined);
if (noServer === undefined && missing !== undefined) console.log(`sharing: PgBouncer skipped, ${missing}`);

describe.skipIf(missing !== undefined)('through PgBouncer in transaction mode', () => {
  let server: Server;
  let db: Client;
  let bouncer: ChildProcess | undefined;
  let port = 0;
  beforeAll(async () => {
    server = await Server.start();
    db = await server.database('pooled');
    port = await freePort();
    const file = join(server.folder, 'pgbouncer.ini');
    const lines = [
      '[databases]',
      `* = host=${server.folder} port=${server.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'pool_mode = transaction',
      'default_pool_size = 2',
      'auth_type = scram-sha-256',
      'auth_user = admin',
      'auth_query = SELECT usename, passwd FROM pg_shadow WHERE usename = $1',
      'client_tls_sslmode = require',
      `client_tls_key_file = ${join(server.folder, 'server.key')}`,
      `client_tls_cert_file = ${join(server.folder, 'server.crt')}`,
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    const who = identity();
    if (who.uid !== undefined && who.gid !== undefined) chownSync(file, who.uid, who.gid);
    bouncer = spawn(program ?? '', [file], { ...who, stdio: 'ignore' });
    await eventually(
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(port, '127.0.0.1', () => {
            socket.destroy();
            resolve();
          });
          socket.once('error', reject);
        }),
    );
  });
  afterAll(async () => {
    bouncer?.kill('SIGKILL');
    await db?.end();
    await server?.close();
  });

  test('desks join, share, and come back with their new passwords', async () => {
    const joined = async () => {
      const desk = await Desk.open(['d0', 'd1']);
      const address = { host: 'localhost', port, database: 'pooled', ca: server.ca, pooled: true };
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
