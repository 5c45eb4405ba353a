import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort, identity, noServer, type Server } from './postgres.ts';

const folders = ['/usr/sbin', ...(process.env.PATH ?? '').split(delimiter)];
const program = folders.map((folder) => join(folder, 'pgbouncer')).find((path) => existsSync(path));

/** Why there is no pool to test with; undefined if there is one. */
export const noBouncer: string | undefined =
  noServer ?? (program === undefined ? 'no PgBouncer on this machine' : undefined);

/** PgBouncer in transaction mode before a server; every login has a pool of its own, with this many connections at most. */
export class Bouncer {
  readonly port: number;
  readonly pid: number;
  private readonly child: ChildProcess;

  static async start(server: Server, poolSize = 2, settings: readonly string[] = []): Promise<Bouncer> {
    const port = await freePort();
    const file = join(server.folder, 'pgbouncer.ini');
    const lines = [
      '[databases]',
      `* = host=${server.folder} port=${server.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'pool_mode = transaction',
      `default_pool_size = ${poolSize}`,
      'auth_type = scram-sha-256',
      'auth_user = admin',
      'auth_query = SELECT usename, passwd FROM pg_shadow WHERE usename = $1',
      'client_tls_sslmode = require',
      `client_tls_key_file = ${join(server.folder, 'server.key')}`,
      `client_tls_cert_file = ${join(server.folder, 'server.crt')}`,
      ...settings,
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    const who = identity();
    if (who.uid !== undefined && who.gid !== undefined) chownSync(file, who.uid, who.gid);
    const bouncer = new Bouncer(spawn(program ?? '', [file], { ...who, stdio: 'ignore' }), port);
    await bouncer.answers();
    return bouncer;
  }

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.pid = child.pid ?? 0;
    this.port = port;
  }

  private async answers(): Promise<void> {
    while (!(await this.canConnect())) {
      if (this.child.exitCode !== null) throw new Error('PgBouncer has ended');
      await setTimeout(50);
    }
  }

  private canConnect(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
  }

  close(): void {
    this.child.kill('SIGKILL');
  }
}
